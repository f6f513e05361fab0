cli-about-catalog = Afficher les règles des compétences et des désignations, ou vérifier les vôtres
cli-about-catalog-list = Afficher quelles règles existent, pour quelle période et d’où elles viennent
cli-about-catalog-show = Afficher tout ce qui concerne une compétence ou une désignation
cli-about-catalog-check = Vérifier des fichiers de règles personnelles : erreurs et avertissements par fichier, ligne et clé
cli-arg-catalog = Vos propres règles, dans un fichier ou un dossier de fichiers .toml ; répétable
cli-arg-id = Une compétence ou une désignation, par exemple data-ai, ou une seule de ses options ou versions : cloud-platform/azure-consumption
cli-arg-catalogs = Fichiers ou dossiers contenant vos propres règles

catalog-unknown-id = Il n’y a ni compétence ni désignation « { $id } ».{ $near } « skilldeck catalog list » les énumère toutes.
catalog-unknown-part = « { $id } » n’a ni option ni version « { $part } ». Il y a : { $there }.
catalog-no-part = « { $id } » n’a pas d’option : ses exigences sont inconnues.
catalog-unusable = { $problem }{ $more ->
    [0] {""}
    [one] {" "}(et une autre erreur)
   *[other] {" "}(et { $more } autres)
} « skilldeck catalog check » énumère tout.

catalog-programme-competencies = compétences
catalog-programme-designations = désignations
catalog-designation = désignation
catalog-competency = compétence
catalog-level-silver = Silver
catalog-level-gold = Gold
catalog-confidence-low = faible
catalog-confidence-medium = moyenne
catalog-confidence-high = élevée
catalog-state-in-force = en vigueur
catalog-state-last-known = dernières connues
catalog-state-historic = historiques
catalog-state-not-on-this-day = pas ce jour-là
catalog-state-unused = non utilisées
catalog-state-not-known = inconnues

catalog-column-id = ID
catalog-column-name = NOM
catalog-column-rules = RÈGLES
catalog-column-from = PROUVÉ DU
catalog-column-to = AU
catalog-column-state = LE { $date }
catalog-column-confidence = FIABILITÉ
catalog-column-sources = SOURCES
catalog-list-foot = « dernières connues » : rien n’est prouvé pour ce jour, donc les dernières règles prouvées servent, avec une marque. « skilldeck catalog show ID » affiche l’une d’elles en entier.

catalog-heading = { $name } ({ $kind } { $id })
catalog-area = Domaine : { $area }
catalog-replaces = A pris la place de : { $ids }
catalog-maps-to = Remplacée par : { $ids }
catalog-gap = Non trouvé : { $text }
catalog-not-known = Ses exigences sont inconnues ; aucune n’est donc affichée.
catalog-level-not-known = { $level } : exigences inconnues.
catalog-version = Version { $id }
catalog-option = Option { $name } ({ $id }), règles { $rules }
catalog-period-between = du { $from } au { $to }
catalog-period-from = à partir du { $from }
catalog-period-to = jusqu’au { $to }
catalog-proven-between = prouvées du { $from } au { $to }
catalog-proven-from = prouvées à partir du { $from }
catalog-proven-to = prouvées jusqu’au { $to }
catalog-proven-on = prouvées pour le { $from }
catalog-period-none = période non précisée
catalog-confidence = fiabilité : { $word }
catalog-said-by = selon { $keys }
catalog-entered = saisies par vous : ce qui en résulte dépend de ce que vous avez saisi
catalog-historic = historiques
catalog-low = Les preuves sont faibles : ceci ne sert jamais de fait et son contenu n’est pas affiché.
catalog-in-force = ▶ En vigueur le { $date }.
catalog-last-known = ▶ Utilisées pour le { $date } comme dernières règles connues. Elles ne sont prouvées que jusqu’au { $proven }.
catalog-before-first = Rien n’est connu pour le { $date } : les premières règles sont prouvées à partir du { $from }.
catalog-programme-over = Les compétences ont pris fin le { $end } : ces règles sont historiques.
catalog-programme-not-begun = Les désignations ont commencé le { $start } : il n’y en avait aucune le { $date }.
catalog-points-of = Points : performance { $performance }, qualifications { $intermediate } (intermédiaires) et { $advanced } (avancées), croissance de l’utilisation { $growth }, déploiements { $deployments }
catalog-track-rule = Parcours : { $text }
catalog-metric-intermediate = Certifications intermédiaires
catalog-metric-advanced = Certifications avancées
catalog-track-all = tous les parcours
catalog-track-enterprise = parcours Enterprise
catalog-track-smb = parcours SMB
catalog-metric = { $metric }, { $track } : { $max } points au plus
catalog-metric-points = { $each } points pour chaque personne de l’étape à points ; { $people ->
    [one] une personne atteint
   *[other] { $people } personnes atteignent
} le maximum
catalog-step-gate = Étape { $number }, préalable : { $people ->
    [one] une personne
   *[other] { $people } personnes différentes
} avec l’une de ces qualifications
catalog-step-gate-points = Étape { $number }, préalable : { $people ->
    [one] une personne
   *[other] { $people } personnes différentes
}, { $points } points une fois remplie, avec l’une de ces qualifications
catalog-step-scored = Étape { $number }, à points : des points pour chaque personne qui a l’une de ces qualifications
catalog-stops-counting = compte jusqu’au { $date }
catalog-stops-counting-unknown = retirée le { $date } ; la date jusqu’à laquelle elle compte n’a pas été trouvée
catalog-grace = Retirées, mais encore comptées quelque temps :
catalog-requirement = { $id } : { $count ->
    [one] une personne
   *[other] { $count } personnes différentes
}{ $people ->
    [subset] {" "}parmi celles de { $of }
    [distinct] {", "}autres que celles de { $of }
   *[any] {""}
}
catalog-holds-any-of = avec l’une de ces qualifications
catalog-holds-all-of = avec toutes ces qualifications
catalog-holds-any-set-of = avec l’un de ces ensembles en entier
catalog-holds-one-from-each = avec une qualification de chacun de ces groupes
catalog-holds-relevant-for = avec une qualification que le rapport donne pour pertinente pour { $id }
catalog-and = et
catalog-nobody = ne demande personne
catalog-performance = Outre les personnes (aucun rapport ne le dit) : { $text }
catalog-ambiguous = Laissé ouvert : { $text }
catalog-note = Remarque : { $text }
catalog-score = Évaluée par points : Silver à partir de { $silver }, Gold à partir de { $gold }, sur { $most }. Un rapport ne donne que les points liés aux personnes.
catalog-score-people = { $name } : { $max } points, tous atteints avec { $developed ->
    [one] une personne
   *[other] { $developed } personnes
} (marchés en développement : { $developing })
catalog-score-other = { $name } : { $max } points, qu’aucun rapport ne donne
catalog-sources = Sources

catalog-check-counts = { $errors ->
    [0] aucune erreur
    [one] une erreur
   *[other] { $errors } erreurs
}{ $warnings ->
    [0] {""}
    [one] , un avertissement
   *[other] , { $warnings } avertissements
}
catalog-check-file = { $file } : { $counts } ; { $competencies ->
    [one] { $competencies } compétence
   *[other] { $competencies } compétences
}, { $designations ->
    [one] { $designations } désignation
   *[other] { $designations } désignations
}
catalog-check-failed = { $file } : { $errors ->
    [one] une erreur. Corrigez-la
   *[other] { $errors } erreurs. Corrigez-les
}, puis vérifiez de nouveau.
catalog-severity-error = erreur
catalog-severity-warning = avertissement
catalog-severity-note = remarque

catalog-expected-text = un texte entre guillemets
catalog-expected-whole = un nombre entier
catalog-expected-number = un nombre
catalog-expected-date = un jour sans guillemets, comme 2026-07-01
catalog-expected-texts = une liste de textes, comme ["AZ-104", "AZ-305"]
catalog-expected-lists = une liste de listes, comme [["AZ-104"], ["AZ-305", "AZ-400"]]
catalog-expected-table = une table
catalog-expected-tables = une liste de tables, chacune sous un titre entre doubles crochets
catalog-named-credential = un examen, une certification ou une évaluation
catalog-named-competency = une compétence
catalog-named-designation = une désignation
catalog-named-requirement = une exigence de ce niveau
catalog-named-source = une source

catalog-trouble-not-found = ce fichier n’existe pas
catalog-trouble-no-permission = le système en refuse la lecture
catalog-trouble-too-large = plus de { $limit } Kio : ce n’est pas un fichier de règles
catalog-trouble-not-utf8 = le texte n’est pas en UTF-8 : enregistrez-le en UTF-8
catalog-trouble-io = la lecture a échoué : { $detail }
catalog-trouble-empty-folder = ce dossier ne contient aucun fichier .toml
catalog-trouble-syntax = ce n’est pas du TOML : { $detail }
catalog-trouble-other-schema = écrit dans la version { $found } du format ; ce programme lit la version 1
catalog-trouble-no-rules = il ne contient ni compétence ni désignation
catalog-trouble-wrong-type = il faut ici { $expected }
catalog-trouble-missing = il manque « { $key } »
catalog-trouble-unknown-key = cette clé est inconnue et reste sans effet.{ $near }
catalog-trouble-unknown-word = « { $word } » ne fait pas partie de : { $allowed }
catalog-trouble-unknown-id = « { $id } » n’existe pas : il faudrait { $named }.{ $near }
catalog-trouble-circle = ces exigences renvoient l’une à l’autre en cercle : { $ids }
catalog-trouble-too-small = { $value } est trop petit
catalog-trouble-duplicate = « { $id } » se trouve déjà à la ligne { $line }
catalog-trouble-repeated = « { $id } » figure deux fois dans cette liste
catalog-trouble-ends-before-it-begins = commence le { $from } et finit avant, le { $to }
catalog-trouble-overlap = { $said ->
    [yes] vaut en même temps que « { $other } », à partir du { $from }
   *[no] vaut en même temps que « { $other } »
}
catalog-trouble-asks-for-nothing = rien n’est demandé ici
catalog-trouble-more-than-the-whole = plus de personnes que les { $count } de « { $of } », dont elles doivent faire partie
catalog-trouble-not-in-step = « { $id } » n’est pas de celles que compte cette étape
catalog-trouble-people-points = étapes préalables et personnes font ensemble { $sum } points ; l’indicateur en a { $max }
catalog-trouble-sum = les parties font { $sum }, et il en faut { $whole }
catalog-trouble-more-than = { $value } dépasse { $most }
catalog-trouble-nothing-scores = aucune étape de cet indicateur ne donne de points pour des personnes
catalog-trouble-too-many-ways = trop de combinaisons pour être distinguées ; réduisez le nombre de listes
catalog-trouble-unused = avec une fiabilité faible, ceci ne sert jamais
catalog-trouble-not-of-ones-own = cette section n’est pas lue dans un fichier personnel
