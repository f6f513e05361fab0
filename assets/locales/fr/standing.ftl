cli-about-standing = Afficher où en est l’entreprise : par métrique de désignation, ou par compétence, option, niveau et exigence
cli-arg-programme = designations ou competencies ; sinon le programme de ce jour
cli-arg-track = enterprise ou smb : des désignations, ce seul parcours
cli-arg-rules = Les règles de cette version ou de ce jeu, par exemple 2023-10 ou mpn-2018, quel que soit le jour
cli-arg-explain = Tout sur une entrée, une étape ou une exigence : data-ai/intermediate/enterprise
cli-arg-compare = Deux versions des règles appliquées à vos collaborateurs, par exemple 2023-10 2026-07

standing-unknown-path = Il n’y a pas d’entrée « { $path } ».{ $near } « skilldeck standing FICHIER » les énumère toutes.
standing-unknown-rules = Il n’y a pas de règles « { $id } ». Il y a : { $there }.
standing-nothing-to-compare = « { $id } » n’est pas une version des désignations. Il y a : { $there }.

standing-head = { $company }, le { $date }
standing-column-entry = ENTRÉE
standing-column-state = ÉTAT
standing-column-until = SANS RENOUVELLEMENT
standing-column-path = CHEMIN
standing-foot = « skilldeck standing FICHIER --explain CHEMIN » dit tout de l’une d’elles : personnes, certificats, lignes et règles.
standing-foot-skilling = Des désignations, seuls les points de qualification : aucun rapport ne contient les performances ni la réussite des clients.
standing-foot-historic = * : selon les dernières règles connues, non prouvées pour ce jour.

standing-state-no-rules = pas de règles pour ce jour
standing-state-not-known = exigences inconnues
standing-state-cannot-tell = impossible à dire
standing-state-points = { $have } sur { $most } points
standing-state-people-points = { $have } sur { $most } points pour les personnes
standing-state-gate = { $gates ->
    [one] préalable : { $have } sur { $need }
   *[other] préalable { $step } : { $have } sur { $need }
}
standing-state-both = Enterprise : { $enterprise } ; SMB : { $smb }
standing-state-both-points = Enterprise { $enterprise }, SMB { $smb } sur { $most } points
standing-state-historic = { $state }*
standing-state-met = atteint
standing-state-confirm = performance à confirmer
standing-state-short = il manque { $count ->
    [one] une personne
   *[other] { $count } personnes
}
standing-state-of-level = { $level } : { $state }
standing-state-marked = { $count ->
    [0] le rapport n’indique personne
    [one] une personne indiquée par le rapport
   *[other] { $count } personnes indiquées par le rapport
}
standing-state-at-risk = menacé le { $date }

standing-answer = { $answer } · { $grade }
standing-answer-no-rules = Il n’y a pas de règles pour ce jour
standing-grade-proven = prouvé par le fichier
standing-grade-reserved = prouvé par le fichier, avec les réserves ci-dessous
standing-grade-entered = dépend de ce que vous avez saisi
standing-grade-historic = selon les dernières règles connues, non prouvées pour ce jour
standing-grade-cannot-tell = ces fichiers ne permettent pas de le dire : { $why }
standing-why-historic = les règles ne sont pas prouvées pour ce jour
standing-why-no-rules = les règles de ce jour sont introuvables
standing-why-not-known = les exigences sont inconnues
standing-why-one-person = deux personnes n’en font peut-être qu’une
standing-why-retirement-unknown = nul ne sait depuis quand une qualification est retirée
standing-why-strict-differs = les règles se lisent de deux façons
standing-why-external = aucun rapport ne contient les certificats d’autres organismes
standing-why-no-relevant-column = le rapport ne dit pas ce qui est pertinent
standing-why-skills-not-named = le rapport ne nomme pas les qualifications
standing-why-too-large = trop de combinaisons pour trancher
standing-why-performance = aucun rapport ne contient les performances

standing-safe = Assuré : rien ne prend fin.
standing-loses-nothing = Aucun point n’est perdu : rien ne prend fin.
standing-until-safe = assuré jusqu’au { $date }
standing-until-loses = perd des points le { $date }
standing-until-safe-brief = sûr jusqu’au { $date }
standing-until-loses-brief = perte le { $date }
standing-loses-on = { $count ->
    [one] Perd des points le { $date } : un certificat a alors pris fin ({ $names }).
   *[other] Perd des points le { $date } : { $count } certificats ont alors pris fin ({ $names }).
}
standing-safe-until = { $count ->
    [one] Assuré jusqu’au { $date } : un certificat prend alors fin ({ $names }).
   *[other] Assuré jusqu’au { $date } : { $count } certificats prennent alors fin ({ $names }).
}
standing-renew-by = { $passed ->
    [yes] Le jour conseillé pour s’y mettre, le { $date }, est passé. Le renouvellement reste possible jusqu’au { $last } inclus : faites-le maintenant.
   *[no] À renouveler au plus tard le { $date }.
}
standing-points-left = Points restants de cette métrique à partir du { $date } : { $points }.
standing-breaks-in = Cela concerne { $name }. Points restants : { $points }.
standing-people-of = { $have ->
    [one] 1 personne
   *[other] { $have } personnes
} ({ $need ->
    [one] 1 requise
   *[other] { $need } requises
})
standing-step-title = étape { $number }
standing-step = Étape { $number }{ $role ->
    [gate] , préalable :
   *[scored] , points :
} { $have } sur { $need ->
    [one] 1 personne
   *[other] { $need } personnes
}
standing-requirement = { $id } : { $have } sur { $need ->
    [one] 1 personne
   *[other] { $need } personnes
}{ $people ->
    [subset] , parmi celles de { $other }
    [distinct] , autres que celles de { $other }
   *[any] {""}
}
standing-short-jointly = { $count ->
    [one] Il manque encore une personne, chacun étant compté là où il aide le plus.
   *[other] Il manque encore { $count } personnes, chacun étant compté là où il aide le plus.
}
standing-nobody = Personne pour l’instant.
standing-holds-any-of = { $count ->
    [one] avec { $names }
   *[other] avec l’une de ces qualifications : { $names }
}
standing-holds-all-of = { $count ->
    [one] avec { $names }
   *[other] avec toutes ces qualifications : { $names }
}
standing-holds-any-set-of = { $count ->
    [one] avec { $names }
   *[other] avec l’un de ces ensembles : { $names }
}
standing-holds-one-from-each = avec une qualification de chacun de ces groupes : { $names }
standing-holds-relevant-for = avec une qualification que le rapport indique comme pertinente pour { $name }
standing-holds-and = {" "}et{" "}
standing-holder-until = jusqu’au { $date }{ $by ->
    [retirement] {" "}(retirée)
    [move] {" "}(six mois après votre migration)
   *[other] {""}
}
standing-holder-no-end = sans fin
standing-holder-row = ligne { $row }
standing-holder-inferred = déduite de { $exams } ({ $count ->
    [one] ligne
   *[other] lignes
} { $rows })
standing-nearly = Presque prêts, du moins coûteux au plus coûteux :
standing-nearly-more = … et { $count } de plus
standing-lacks-association = { $name } : il ne manque que l’association à l’Espace partenaires. Aucun examen n’est nécessaire.
standing-lacks-lapsed = { $name } : avait { $what }, expirée ou inactive. Il faut la repasser.
standing-lacks-withdrawn = { $name } : avait { $what }, expirée ou inactive, qui ne peut plus être obtenue. Il en faut une autre.
standing-lacks-one = { $name } : il manque une qualification.
standing-lacks-one-of = { $count ->
    [one] { $name } : il manque { $what }.
   *[other] { $name } : il manque une qualification parmi { $what }.
}

standing-points = Points de la métrique
standing-gate-open = { $worth ->
    [yes] L’étape { $step } est atteinte : { $points } { $n ->
        [one] point
       *[other] points
    }.
   *[no] L’étape { $step } est atteinte.
}
standing-gate-closed = L’étape { $step } n’est pas atteinte : { $short ->
    [one] il manque une personne.
   *[other] il manque { $short } personnes.
}
standing-step-closed = L’étape { $step } ne donne aucun point tant que l’étape { $gate } n’est pas atteinte.
standing-arithmetic = ({ $most } − { $gates }) / { $people ->
    [one] 1 personne
   *[other] { $people } personnes
} = { $each } { $n ->
    [one] point
   *[other] points
} par personne
standing-arithmetic-people = Étape { $step } : { $people ->
    [one] 1 personne
   *[other] { $people } personnes
} = { $points } { $n ->
    [one] point
   *[other] points
}{ $capped ->
    [yes] , le maximum
   *[no] {""}
}
standing-points-sum = En tout : { $points } sur { $most } points
standing-of-hundred = Des 100 points, seuls ceux de qualification sont affichés. Il en faut { $least } en tout, et plus de zéro pour chaque métrique.
standing-metrics = Métriques
standing-options = Options possibles
standing-levels = Niveaux

standing-reserve = Réserve
standing-reserve-unknown = Trop de combinaisons pour trancher.
standing-reserve-none-points = Personne n’est en réserve. Des points sont perdus aussitôt si l’une de ces personnes part :
standing-reserve-none = Personne n’est en réserve. Tout se rompt aussitôt si l’une de ces personnes part :
standing-reserve-points = { $count ->
    [one] Une personne peut partir, quelle qu’elle soit, sans qu’un point soit perdu.
   *[other] { $count } personnes peuvent partir, quelles qu’elles soient, sans qu’un point soit perdu.
}
standing-reserve-people = { $count ->
    [one] Une personne peut partir, quelle qu’elle soit, et le niveau reste atteint.
   *[other] { $count } personnes peuvent partir, quelles qu’elles soient, et le niveau reste atteint.
}
standing-leaves-points = { $name } : il resterait { $points } { $n ->
    [one] point
   *[other] points
}

standing-pairs = Peut-être une seule personne
standing-if-one = { $what } : { $have }, ou { $one } si ce n’est qu’une personne
standing-if-one-step = Personnes de l’étape { $step } : { $have }, ou { $one } si ce n’est qu’une personne
standing-if-one-points = Points de la métrique : { $have }, ou { $one } si ce n’est qu’une personne
standing-if-unknown = Points si ce qui est retiré compte encore : { $points }.

standing-performance = Outre les personnes
standing-ticked = Vous avez coché cette condition comme remplie.
standing-not-ticked = Aucun rapport ne le dit. Vérifiez dans l’Espace partenaires, puis cochez si la condition est remplie.
standing-marked = { $count ->
    [0] Le rapport n’indique personne
    [one] Le rapport indique une personne
   *[other] Le rapport indique { $count } personnes
}
standing-only-report = { $count ->
    [one] Le rapport indique une qualification que les règles ne nomment pas :
   *[other] Le rapport indique { $count } qualifications que les règles ne nomment pas :
}
standing-only-catalog = { $count ->
    [one] Les règles nomment une qualification que le rapport n’indique pas :
   *[other] Les règles nomment { $count } qualifications que le rapport n’indique pas :
}
standing-score-metric = { $name } : { $have } sur { $need ->
    [one] 1 personne
   *[other] { $need } personnes
}, { $points } sur { $max } points
standing-score-developing = Dans les marchés en développement : { $points } sur { $max } points ; le maximum avec { $need ->
    [one] une personne
   *[other] { $need } personnes
}.

standing-life = Vie du statut
standing-stage-not-started = Pas commencé : personne ne remplit d’exigence.
standing-stage-started = Commencé : des exigences sont en cours.
standing-stage-qualified = Qualifié : tout est rempli.
standing-stage-active = Actif.
standing-stage-at-risk = Menacé : trop peu de personnes restent à la date anniversaire si personne ne renouvelle.
standing-anniversary = { $level }Date anniversaire le { $date }. À surveiller à partir du { $from }.
standing-renewal = Le renouvellement est possible du { $first } au { $last }.
standing-phase-quiet = Il reste du temps.
standing-phase-look = La date anniversaire approche : ce qui est réussi maintenant compte encore.
standing-phase-renewal = La période de renouvellement est ouverte.
standing-phase-over = La période de renouvellement est close.
standing-risk-no = Assez de personnes restent à la date anniversaire.
standing-risk-yes = Trop peu de personnes restent à la date anniversaire si personne ne renouvelle.
standing-risk-cannot-tell = Impossible de dire si le statut est menacé.
standing-window = Il faut remplir les conditions un jour entre le { $first } et le { $last }.
standing-enrolled = Statut acquis : il reste jusqu’au { $date }, quels que soient les points

standing-rules = Règles appliquées
standing-rules-id = règles { $id }
standing-rules-historic = non prouvées pour ce jour
standing-rules-by-hand = choisies par vous
standing-rules-entered = saisies par vous
standing-source = { $key } : { $text }
standing-program-rules = Comment les personnes sont comptées : { $rules } (« skilldeck rules »)

standing-notes = Remarques
standing-note-historic = Les règles ne sont pas prouvées pour ce jour : les dernières connues servent.
standing-note-by-hand = Vous avez choisi ces règles, quel que soit le jour.
standing-note-entered = Vous avez saisi ces règles : tout ici en dépend.
standing-note-not-known = Les exigences sont inconnues.
standing-note-skilling-only = Seuls les points de qualification sont calculés : aucun rapport ne contient les performances ni la réussite des clients.
standing-note-people-points-only = Seuls les points pour les personnes sont calculés : aucun rapport ne contient les autres.
standing-note-ambiguous = { $path } laisse un point ouvert, lu au sens large : { $text }
standing-note-strict-differs = Au sens strict, le niveau ne serait pas atteint.
standing-note-retirement-unknown = { $name } : retirée, nul ne sait depuis quand. Elle n’est pas comptée.
standing-note-external = { $name } est un certificat d’un autre organisme. Aucun rapport ne le prouve : cochez qui le détient.
standing-note-no-relevant-column = Le rapport ne dit pas ce qui est pertinent, et ces règles le demandent.
standing-note-skills-not-named = Le rapport ne nomme pas les qualifications, et ces règles les nomment.
standing-note-gate-out-of-order = { $path } est atteinte alors qu’une étape précédente ne l’est pas. Aucun point n’est compté : les règles ne donnent pas d’exemple.
standing-note-waived = La date anniversaire a été suspendue en raison de la pandémie. Les frais restaient dus.
standing-note-too-large = Trop de combinaisons pour trancher : rien n’est donc affirmé.
standing-note-remark = La source ajoute : { $text }

standing-people-association-not-said = { $count ->
    [one] Pour une personne, le fichier ne dit pas si le compte est associé. Elle compte.
   *[other] Pour { $count } personnes, le fichier ne dit pas si le compte est associé. Elles comptent.
}
standing-people-association-contradictory = { $count ->
    [one] Pour une personne, le fichier dit à la fois que le compte est associé et qu’il ne l’est pas. Elle compte.
   *[other] Pour { $count } personnes, le fichier dit à la fois que le compte est associé et qu’il ne l’est pas. Elles comptent.
}
standing-people-inferred = { $count ->
    [one] Pour une personne, la certification est déduite d’examens : le fichier n’en contient aucune.
   *[other] Pour { $count } personnes, la certification est déduite d’examens : le fichier n’en contient aucune.
}
standing-people-expiry-not-said = { $count ->
    [one] Pour une personne, la certification devrait avoir un dernier jour, et le fichier n’en donne pas.
   *[other] Pour { $count } personnes, la certification devrait avoir un dernier jour, et le fichier n’en donne pas.
}
standing-people-pmc-only = { $count ->
    [one] Une personne n’est associée qu’au PMC, ce qui compte six mois après votre migration.
   *[other] { $count } personnes ne sont associées qu’au PMC, ce qui compte six mois après votre migration.
}
standing-people-ticked = { $count ->
    [one] Une personne compte parce que vous avez coché un certificat.
   *[other] { $count } personnes comptent parce que vous avez coché un certificat.
}
standing-people-retirement-unknown = { $count ->
    [one] Une personne détient une qualification retirée, nul ne sait depuis quand.
   *[other] { $count } personnes détiennent une qualification retirée, nul ne sait depuis quand.
}
standing-caveat-association-not-said = association non précisée
standing-caveat-association-contradictory = association oui et non
standing-caveat-inferred = déduite d’examens
standing-caveat-expiry-not-said = dernier jour non précisé
standing-caveat-pmc-only = PMC seulement
standing-caveat-ticked = cochée par vous
standing-caveat-retirement-unknown = retirée, nul ne sait depuis quand

standing-reason-counts = compte
standing-reason-counts-until = compte jusqu’au { $date }
standing-reason-not-associated = comptera une fois le compte associé à l’Espace partenaires
standing-reason-pmc-only = associée au PMC seulement : comptera une fois le compte associé à l’Espace partenaires
standing-reason-not-yet = pas encore obtenue ce jour-là
standing-reason-expired = expirée le { $date }
standing-reason-inactive = inactive d’après le fichier
standing-reason-retired = retirée, a compté jusqu’au { $date }
standing-reason-retirement-unknown = retirée, nul ne sait depuis quand
standing-ends-nothing = ne prend pas fin
standing-ends-expiry = expire
standing-ends-retirement = est retirée et ne compte plus
standing-ends-move = les six mois après votre migration sont écoulés

standing-compare-head = Des règles { $old } aux règles { $new }
standing-compare-metric = { $name } : { $before } → { $after } points{ $change ->
    [more] , { $by } de plus
    [unknown] {" "}(les autres règles sont inconnues)
    [less] , { $by } de moins
   *[same] , aucun changement
}
standing-compare-none = –
standing-compare-nothing = Ces règles ne contiennent aucune désignation.
standing-compare-lost = { $count ->
    [one] Une personne ne compte plus
   *[other] { $count } personnes ne comptent plus
}
standing-compare-gained = { $count ->
    [one] Une personne compte désormais
   *[other] { $count } personnes comptent désormais
}

## What was entered from the portal.
standing-state-portal = { $state }, portail : { $points }
standing-of-hundred-portal = Des 100 points, seuls ceux de qualification sont calculés ici. Il en faut { $least } en tout, et plus de zéro pour chaque métrique.
standing-enrolled-until-when = Statut acquis. Jusqu’à quand, on ne le sait pas : la date anniversaire n’a pas été saisie
standing-category-performance = Performances
standing-category-skilling-intermediate = Qualifications intermédiaires
standing-category-skilling-advanced = Qualifications avancées
standing-category-usage-growth = Croissance de l’utilisation
standing-category-deployments = Déploiements
standing-portal = Ce que disait le portail le { $date }
standing-portal-no-rules = Il n’y a pas de règles pour ce jour : on ne sait pas quelles métriques comptent, ni donc le total.
standing-portal-total = Total : { $points } sur 100 points
standing-portal-open = Total inconnu, il manque : { $missing } ; { $so_far } points jusqu’ici
standing-portal-enough = C’est suffisant : il faut { $least } points, et plus de zéro pour chaque métrique.
standing-portal-unsettled = On ne peut pas encore dire si c’est suffisant : il faut { $least } points, et plus de zéro pour chaque métrique.
standing-portal-too-few = C’est insuffisant : il faut { $least } points.
standing-portal-zero = C’est insuffisant : il faut plus de zéro pour chaque métrique. À zéro : { $names }.
standing-portal-out-of-reach = C’est insuffisant, quoi qu’il manque : il faut { $least } points.
standing-portal-with-ours = Avec nos points de qualification à la place : { $points } sur 100, { $enough ->
    [yes] suffisant
   *[no] insuffisant
}
standing-portal-figure = { $name } : { $points }{ $most }
standing-portal-figure-missing = { $name } : non saisi{ $most }
standing-portal-most = {" "}(sur { $most })
standing-portal-same = de même ici
standing-portal-ours = skilldeck { $points } le { $date }
standing-portal-of-track = { $track } : { $points }
standing-portal-later = Les chiffres du portail sont postérieurs au { $date }, le jour considéré : ils ne sont pas comparés.
standing-portal-which-track = Votre parcours n’a pas été saisi, et les chiffres ne se comparent qu’au sein d’un parcours : saisissez-le avec i c, ou par « entered FICHIER --set track=smb ».
standing-portal-not-there = Les règles de ce jour n’ont pas cette métrique : le chiffre n’est pas comparé.
standing-differs = { $name } : portail { $portal }, skilldeck { $ours }
standing-differs-here = Écart
standing-differs-reason = { $certain ->
    [yes] Certain
   *[no] Possible
} · { $reason } · { $certain ->
    [yes] {""}
   *[no] jusqu’à{" "}
}{ $points } { $n ->
    [one] point
   *[other] points
} · { $rule }
standing-differs-too-recent = { $count ->
    [one] une personne compte par une qualification obtenue ou renouvelée
   *[other] { $count } personnes comptent par une qualification obtenue ou renouvelée
} après le { $settled }, trop tard pour le chiffre du portail du { $date }
standing-differs-ended = { $count ->
    [one] une personne comptait encore le { $date } par une qualification qui a pris fin depuis
   *[other] { $count } personnes comptaient encore le { $date } par une qualification qui a pris fin depuis
}
standing-differs-suspected = { $count ->
    [one] deux des personnes comptées n’en font peut-être qu’une
   *[other] { $count } paires de personnes comptées ne font peut-être qu’une personne chacune
}
standing-differs-association-open = { $count ->
    [one] pour une personne comptée, le fichier ne dit pas clairement si le compte est associé
   *[other] pour { $count } personnes comptées, le fichier ne dit pas clairement si le compte est associé
}
standing-differs-inferred = { $count ->
    [one] une personne compte par une certification déduite d’examens
   *[other] { $count } personnes comptent par une certification déduite d’examens
}
standing-differs-steps = { $count ->
    [one] étape { $steps }
   *[other] étapes { $steps }
}
standing-differs-earned = { $proof } · obtenue le { $date }
standing-differs-settled = Tout l’écart est ainsi expliqué.
standing-differs-may-be = Si ce qui n’est que possible est vrai, tout l’écart est expliqué.
standing-differs-rest = Reste sans explication : { $points } { $n ->
    [one] point
   *[other] points
}.
standing-differs-nothing = Rien dans ces fichiers ne l’explique : { $points } { $n ->
    [one] point
   *[other] points
}.

## Metrics in the list.
standing-short-intermediate = Intermédiaire
standing-short-advanced = Avancé

## Chiffres d’autres téléchargements, à côté de ceux du programme
standing-figure = { $name } – { $figures }
standing-figure-trailing = 12 mois : { $value }
standing-figure-year = depuis l’anniversaire : { $value }
standing-figure-month = ce mois-ci : { $value }
standing-figure-silver = pour Silver : { $value }
standing-figure-gold = pour Gold : { $value }
standing-eligible = D’après le tableau de Microsoft ({ $file })
standing-eligible-intermediate = Avec une certification intermédiaire : { $count ->
    [one] 1 personne
   *[other] { $count } personnes
}
standing-eligible-advanced = Avec une certification avancée : { $count ->
    [one] 1 personne
   *[other] { $count } personnes
}
standing-eligible-other = Avec une certification sans niveau indiqué : { $count ->
    [one] 1 personne
   *[other] { $count } personnes
}
standing-eligible-about = Ce tableau désigne les personnes par leur seul nom et n’entre pas dans le calcul : comparez-le avec les personnes des étapes.
