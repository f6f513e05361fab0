form-rule-title = Une règle personnelle
form-rule-note = Si vous connaissez les exigences de Microsoft, saisissez-les : tant de personnes pour un niveau. Le résultat est signalé comme dépendant de votre saisie.
form-portal-title = Ce que dit le portail
form-portal-note = Recopiez les points affichés dans l’Espace partenaires. S’ils y sont tous, le total sur 100 est connu, et là où les nôtres diffèrent, la raison est donnée.
form-held-title = Ce que vous détenez
form-held-note = Sans CompetencySummaryHistory.csv, aucun fichier ne dit jusqu’à quand vous détenez une compétence. Effacez la date pour la retirer.
form-company-title = Votre entreprise
form-company-note = Ce qui vaut pour toute l’entreprise.
form-external-title = Le certificat d’un autre organisme
form-external-note = Aucun rapport ne contient les certificats délivrés par d’autres que Microsoft. Cochez ici ceux que vous avez vus.
form-day-title = Se placer à un autre jour
form-day-note = Tout est affiché à cette date : ce qui aura expiré ne compte plus, et les règles de ce jour s’appliquent.

form-field-competency = Compétence
form-field-level = Niveau
form-field-people = Personnes
form-field-among = Qui compte
form-field-certificates = Un de
form-field-from = À partir du
form-field-to = Jusqu’au
form-field-on = Chiffres du
form-field-enrolled = Statut acquis
form-field-anniversary = Date anniversaire
form-field-track = Parcours
form-field-moved = Passage à l’Espace partenaires
form-field-who = Personne
form-field-credential = Certificat
form-field-has = L’a obtenu
form-field-day = Jour

form-help-competency = Son nom tel qu’affiché. Un nom absent du catalogue devient une compétence à part.
form-help-level = ← → pour choisir.
form-help-people = Le nombre de personnes différentes exigé pour ce niveau.
form-help-among = Celles que le rapport lui-même indique comme pertinentes, ou celles qui ont l’un des certificats que vous nommez.
form-help-certificates = Codes ou noms, séparés par des virgules : AZ-104, AZ-305.
form-help-from = Premier jour de la règle ; vide : depuis toujours. Par exemple 01/01/2026.
form-help-to = Dernier jour de la règle ; vide : sans fin.
form-help-on = Le jour où le portail affichait ces chiffres : 15/09/2026 ou 15 sept. 2026.
form-help-points = De 0 à { $most } points ; vide : inconnu.
form-help-enrolled = Indiquez si vous avez souscrit à la désignation, c’est-à-dire payé.
form-help-anniversary = Le jour avant lequel il faut renouveler : 31/03/2027 ou 31 mars 2027.
form-help-track = Enterprise ou SMB, selon le décompte de votre désignation ; sans indication, les deux sont affichés.
form-help-moved = Le jour où l’entreprise est passée du PMC à l’Espace partenaires. Les associations au PMC comptent encore six mois.
form-help-who = Adresse e-mail ou MCID, ou un nom que porte une seule personne.
form-help-credential = ← → pour choisir ; une lettre y mène.
form-help-has = « non » retire ce que vous aviez coché.
form-help-day = 15/09/2026 ou 15 sept. 2026 ; avant ou après le rapport.

form-choice-level-silver = Silver
form-choice-level-gold = Gold
form-choice-among-relevant = les personnes indiquées par le rapport
form-choice-among-one-of = celles qui ont un de…
form-choice-enrolled-yes = oui
form-choice-enrolled-no = non
form-choice-has-yes = oui
form-choice-has-no = non
form-choice-track-not-said = non précisé
form-not-in-catalog = ? { $id } (absent du catalogue)

form-wrong-date = « { $typed } » n’est pas une date complète. Écrivez 15/09/2026 ou 15 sept. 2026.
form-wrong-empty-date = Il faut un jour ici : 15/09/2026 ou 15 sept. 2026.
form-wrong-no-competency = Quelle compétence ?
form-wrong-no-certificates = Nommez au moins un examen, une certification ou une évaluation : AZ-104, AZ-305.
form-wrong-not-enrolled = Seule une désignation souscrite a une date anniversaire. Choisissez « oui », ou videz la date.
form-wrong-who = « { $typed } » n’est personne dans ce rapport, ou plusieurs personnes. Donnez l’adresse e-mail ou le MCID qui y figure.

item-track = Parcours : { $track }
item-moved = Passage du PMC à l’Espace partenaires le { $date }
item-held = { $what } : détenu jusqu’au { $date }
item-tick = Performance atteinte : { $path }
item-external = { $who } a { $credential }
item-portal = Le portail sur { $name }, { $date } : { $said }
item-portal-nothing = aucun chiffre
item-enrolled = désignation souscrite
item-anniversary = date anniversaire { $date }
item-not-same = Deux personnes : { $a } et { $b }
item-rule = { $level } de { $name } = { $count ->
    [one] une personne
   *[other] { $count } personnes
} { $among }
item-rule-relevant = parmi celles que le rapport indique comme pertinentes
item-rule-one-of = ayant l’un de { $list }
item-rule-from = à partir du { $from }
item-rule-to = jusqu’au { $to }
item-rule-between = du { $from } au { $to }

entered-list-title = Vos saisies
entered-list-empty = Rien pour l’instant. Dans l’onglet Situation, i ouvre ce qui peut être saisi.
entered-list-note = Entrée modifie une saisie, Suppr la retire.

hint-edit = modifier
hint-keep = tout garder
hint-next-field = suivant
hint-turn = choisir
hint-take-back = retirer
hint-enter-portal = chiffres du portail
hint-enter-rule = règle personnelle
cmd-enter-portal = Saisir les chiffres du portail pour la désignation
cmd-enter-rule = Saisir une règle personnelle pour la compétence, ou la modifier
cmd-enter-held = Saisir jusqu’à quand vous détenez la compétence (date anniversaire)
cmd-enter-external = Cocher le certificat d’un autre organisme que Microsoft
cmd-enter-company = Saisir le parcours et le jour du passage à l’Espace partenaires
cmd-entered = Toutes vos saisies : modifier, retirer
cmd-take-back = Retirer cette saisie
cmd-tick = Cocher la performance du niveau comme atteinte, ou la décocher
cmd-day = Se placer à n’importe quel jour : ce qui aura expiré
also-enter-portal = total écart score 100 figures portal
also-enter-rule = exigence rule
also-enter-held = renouvellement anniversary renewal
also-enter-company = smb enterprise pmc migration segment
also-enter-external = scrum psm itil externe
also-entered = undo annuler
also-day = futur projection date future
prefix-i = saisir
why-no-competency = Cela ne vaut que pour les compétences. P change de programme.
why-no-designation = Cela ne vaut que pour les désignations. Choisissez-en une ; P change de programme.
why-nothing-to-tick-here = Rien à cocher : ce niveau n’exige pas de performance.
why-nothing-to-take-back = Il n’y a rien à retirer ici.
why-only-taken-back = Il n’y a rien à y modifier ; Suppr la retire.
notice-entered = C’est noté. Le résultat dépend de votre saisie.
notice-entered-session = C’est noté jusqu’à ce que vous quittiez, pas au-delà.
notice-nothing-changed = C’était déjà saisi ainsi : rien n’a changé.
undo-entered = votre saisie
cmd-versions = Ce que d’autres règles changeraient pour vos collaborateurs
also-versions = comparer règles version juillet rules
versions-title = Comparer avec les règles de…
versions-note = Les unes et les autres sont appliquées à vos collaborateurs à ce jour : points gagnés ou perdus, et qui ne compte plus.
versions-one = { $id } · du { $from } au { $to }
why-no-versions = Il n’y a pas d’autres règles à comparer.
standing-rules-of-day = du jour
standing-own-rule = Votre règle ({ $id })
standing-not-marked = Le rapport n’a pas de colonne indiquant ce qui est pertinent.
counting-nowhere-by-rules = nulle part (règles)
standing-risk-waived = Cette date anniversaire a été suspendue pendant la pandémie : ce qui manque ce jour-là n’a pas été exigé.
standing-state-held = { $look ->
    [yes] { $level } jusqu’au { $date }, à surveiller · { $state }
   *[no] { $level } jusqu’au { $date } · { $state }
}
notice-taken-back = Saisie retirée : { $value }
why-nothing-to-write = Il n’y a rien à écrire ici.
standing-by-last-known = * dernières règles connues
