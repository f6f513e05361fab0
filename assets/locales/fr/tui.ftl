too-small = Agrandissez la fenêtre : 40 × 10 au moins.

title-report = rapport du { $date }
title-as-of = état au { $date }
title-today = état à ce jour
title-as-of-today = état à ce jour, { $date }
title-of-reports = rapport { $number } sur { $count }

tab-overview = Aperçu
tab-users = Utilisateurs
tab-data = Fichier lu

loading-title = Ouverture
loading-rows = { $rows ->
    [one] { $rows } ligne lue
   *[other] { $rows } lignes lues
} · Échap arrête
failed-title = Ce fichier n’a pas pu être ouvert
failed-help = R réessaie, q quitte. « skilldeck demo » montre le programme sur un exemple.

overview-empty = Personne ne figure dans ce rapport
overview-report = Rapport
overview-funnel = Du rapport aux compétences
overview-people = personnes
overview-do-first = À faire d’abord
overview-to-settle = { $count } à régler
overview-look-at = À examiner
overview-nothing-to-look-at = Rien à signaler.
overview-warnings = Remarques sur le fichier
overview-no-warnings = Rien à corriger.
overview-months = Qualifications par mois
overview-no-dates = Aucune qualification de ce fichier n’est datée.

figure-listed = dans le rapport
figure-mcid = avec un MCID
figure-associated = { $count ->
    [one] associée
   *[other] associées
}
figure-skilled = avec une qualification
figure-counting = avec une qualification qui compte
figure-pmc-only = ancien portail (PMC) seulement
figure-not-associated = { $count ->
    [one] non associée à l’Espace part.
   *[other] non associées à l’Espace part.
}
figure-conflicting-association = { $count ->
    [one] associée : oui et non
   *[other] associées : oui et non
}
figure-expiring = expiration sous 90 jours
figure-missing-mcid = sans MCID
figure-no-skills = sans qualification

fact-company = Entreprise
fact-report = Rapport du
fact-report-date = { $date } ({ $from })
fact-age = Quand
fact-age-days = { $days ->
    [0] aujourd’hui
    [one] il y a { $days } jour
   *[other] il y a { $days } jours
}
fact-own-day = état du jour même
fact-people = Personnes
fact-people-value = { $people ->
    [one] { $people } personne
   *[other] { $people } personnes
}, { $accounts ->
    [one] { $accounts } compte
   *[other] { $accounts } comptes
}
fact-skills = Qualifications
fact-skills-counting = { $skills ->
    [one] { $skills } qualification
   *[other] { $skills } qualifications
}, { $counting } { $counting ->
    [one] compte
   *[other] comptent
}
fact-skills-only = { $skills ->
    [one] { $skills } qualification
   *[other] { $skills } qualifications
}
fact-associations = Associations
fact-no-associations = aucune dans ce fichier ; ouvrez un rapport des qualifications
fact-label = { $name } :{" "}
fact-file = Fichier
fact-file-value = { $kind }, { $rows ->
    [one] { $rows } ligne
   *[other] { $rows } lignes
}

both = les deux
not-said = le fichier ne le dit pas
column-name = Nom
column-found = Trouvée
column-until = Jusqu’au
column-email = E-mail
column-mcid = MCID
column-pmc = PMC
column-pc = Espace partenaires
column-pc-short = Esp. part.
column-skills = Qualifications
column-skills-short = Qualif.
column-competencies-by-rules = Pour (règles)
column-competencies = Compétences
column-problem = Premier problème
users-title = Utilisateurs · { $accounts ->
    [one] { $accounts } compte
   *[other] { $accounts } comptes
}
users-title-filtered = Utilisateurs · { $shown } sur { $all } comptes
users-title-people = { $people ->
    [one] { $people } personne
   *[other] { $people } personnes
}
users-hidden = +{ $count } : { $names } →
users-sorted = par { $by }
users-none = Personne ne figure dans ce rapport.
users-no-associations = Ce fichier ne dit pas qui est associé. Ouvrez un rapport des qualifications. Échap efface le filtre.
users-none-match = Personne ne correspond à « { $filter } ». Échap efface le filtre.
sort-title = Trier les utilisateurs par
sort-match = meilleure correspondance
sort-file = ordre du fichier

person-title = Personne
person-skills = { $skills ->
    [0] aucune qualification
    [one] { $skills } qualification
   *[other] { $skills } qualifications
}
person-skills-counting = { $skills ->
    [0] Aucune qualification
    [one] { $skills } qualification
   *[other] { $skills } qualifications
}{ $skills ->
    [0] {""}
   *[other] , { $counting } { $counting ->
        [one] compte
       *[other] comptent
    }
}
person-no-skills = Le fichier n’indique aucune qualification pour ce compte. Rien de pertinent n’a encore été obtenu, ou les qualifications se trouvent sous un autre MCID.
person-others = { $count ->
    [one] Autre compte de cette personne
   *[other] Autres comptes de cette personne
}
leaving-title = { $accounts ->
    [one] Si cette personne part
   *[other] Si cette personne part, avec { $accounts } comptes
}
leaving-in-short = { $title } : { $count ->
    [0] rien n’est perdu
    [one] une perte
   *[other] { $count } pertes
}{ $historic ->
    [yes] {" "}(dernières règles connues)
   *[no] {""}
}
leaving-line = { $first } : { $then }
leaving-historic = Selon les dernières règles connues, { $id }, non prouvées pour ce jour :
leaving-points = de { $before } à { $after } { $n ->
    [one] point
   *[other] points
}
leaving-gate = le préalable { $step } n’est plus atteint ({ $have } sur { $need })
leaving-and = {" "};{" "}
leaving-reserve = rien de perdu, { $count } en réserve
leaving-nothing = rien de perdu
leaving-no-points = ne rapporte pas encore de points
leaving-level = n’est plus atteint ({ $have } sur { $need ->
    [one] 1 personne
   *[other] { $need } personnes
})
leaving-breaks = n’est plus atteint
leaving-maybe = impossible de dire s’il reste atteint
leaving-cannot-tell = impossible à dire
leaving-not-met = n’est pas atteint de toute façon
leaving-more = … et { $count } de plus{ $losses ->
    [0] , rien de perdu
    [one] , dont une perte
   *[other] , dont { $losses } pertes
}
person-rows = { $count ->
    [one] Ligne { $rows } du fichier
   *[other] { $count } lignes du fichier : { $rows }
}
person-rows-files = { $count ->
    [one] Ligne { $rows }
   *[other] { $count } lignes : { $rows }
}
person-rows-sheet = { $count ->
    [one] Ligne { $rows } de la feuille « { $sheet } »
   *[other] { $count } lignes de la feuille « { $sheet } » : { $rows }
}

kind-of-skill-exam = exam.
kind-of-skill-certification = cert.
kind-of-skill-assessment = éval.
kind-of-skill-other = autre
skill-kind = Type
skill-title = Qualification
skill-earned = Obtenue
skill-until = Jusqu’au
skill-counts = Compte pour
skill-printed = Dans le fichier : { $title }
skill-unknown = Absente du catalogue de certifications ; affichée telle quelle.
skill-relevant = Pertinente pour : { $entries }
skill-earned-on = Obtenue le { $date }
skill-would = Compterait pour : { $entries }
skill-row = Ligne { $row } · Entrée l’affiche en entier
counting-not-associated = non associée
counting-expired = expirée
counting-inactive = inactive
counting-nowhere = non pertinente

data-files = Fichiers
data-sheet = feuille « { $sheet } »
data-header-row = en-têtes à la ligne { $row }
data-remembered = avec votre correspondance
data-columns = { $count ->
    [one] { $count } colonne
   *[other] { $count } colonnes
}
data-no-columns = Le fichier n’a pas de colonnes.
data-no-notices = Tout le fichier a été compris.
data-heading = En-tête
data-means = Signifie
data-how = Reconnaissance
data-language = Lang.
data-unnamed = (colonne { $number })
data-notices = { $count ->
    [0] Remarques
    [one] { $count } remarque
   *[other] { $count } remarques
}
map-title = Que contient « { $heading } » ?
map-automatic = détection automatique

rows-title = Tel quel dans le fichier
rows-row = Ligne { $row }
rows-reading = Relecture du fichier…
rows-none = Cette ligne n’est plus dans le fichier.
message-title = Message
more-below = suite plus bas

rules-title = Règles
palette-title = Commandes
palette-none = Aucune commande de ce nom.
help-title = Touches
help-here = Sur cet écran
help-elsewhere = Ailleurs
help-filter = Le filtre
help-filter-text = Les mots sont cherchés dans le nom, l’e-mail, le MCID, le code et le titre des qualifications, avec ou sans accents. « champ:valeur » filtre avec précision, « - » placé devant inverse une condition, les guillemets droits gardent les mots ensemble. Les conditions sur les qualifications valent pour une seule et même qualification. Exemple : pc:non pmc:oui
help-skills = Dans la colonne Qualif., 2/5 signifie : deux qualifications qui comptent, sur cinq en tout.
help-keys = Touches
help-what = Effet

filter-field-name = partie du nom ; tout (un nom), aucun
filter-field-email = partie de l’adresse ; tout, aucun
filter-field-mcid = partie du MCID ; tout, aucun
filter-field-pc = associée à l’Espace partenaires : oui, non, inconnu, deux
filter-field-pmc = associée à l’ancien PMC : oui, non, inconnu, deux
filter-field-skills = nombre de qualifications : 0, >3, <=5
filter-field-counting = nombre de celles qui comptent : 0, >0
filter-field-skill = code (trouve aussi sa certification) ou partie du titre : az-104
filter-field-type = examen, certification, evaluation, autre
filter-field-status = actif, expire, inactif
filter-field-earned = 2021, >2021-03-01, <90j (ces 90 derniers jours)
filter-field-expires = <90j (dans les 90 jours), 2026-12, jamais
filter-field-competency = partie de « Pertinent pour … », ou selon les règles : data-ai
filter-field-relevant = si le fichier dit où elle compte : oui, non
filter-field-for = ce pour quoi comptent les qualifications du compte : data-ai
filter-field-problem = à régler, ou à savoir : tout, aucun, sans-mcid …
filter-field-severity = gravité : urgent, avertissement, info

why-at-the-root = Il n’y a pas d’écran précédent. q quitte.
why-filter-wrong = Corrigez le filtre ; Échap rétablit le précédent.
map-sample = On y lit : { $cells }
overview-steps = personnes, étape par étape
why-no-older = Aucun rapport plus ancien.
why-no-newer = Aucun rapport plus récent.
why-no-filter = Il n’y a pas de filtre.
why-nothing-here = Il n’y a rien à ouvrir ici.
why-demo = L’exemple est toujours le même.
why-same-day = Le rapport date d’aujourd’hui.
notice-mapping-kept = Correspondance conservée. Le fichier est relu.
notice-mapping-not-kept = La correspondance ne vaut que pour cette session ; elle n’a pas pu être conservée : { $value }
notice-internal-error = Une erreur interne a été interceptée. L’affichage n’a pas changé.

cmd-down = Une ligne plus bas
cmd-up = Une ligne plus haut
cmd-open = Ouvrir la sélection
cmd-into = Ouvrir la sélection
cmd-out = Retour
cmd-columns-right = Colonnes plus à droite
cmd-columns-left = Colonnes plus à gauche
cmd-back = Un pas en arrière : fenêtre, filtre, personne, onglet
cmd-page-down = Une page plus bas
cmd-page-up = Une page plus haut
cmd-half-down = Une demi-page plus bas
cmd-half-up = Une demi-page plus haut
cmd-top = Première ligne
cmd-bottom = Dernière ligne
cmd-filter = Filtrer les utilisateurs au fil de la frappe
cmd-clear-filter = Effacer le filtre
cmd-sort = Trier les utilisateurs
cmd-reverse = Inverser l’ordre
cmd-row = Afficher la ligne du fichier
cmd-pane = Volet suivant
cmd-pane-back = Volet précédent
cmd-tab-overview = Aller à la vue d’ensemble
cmd-tab-users = Aller aux utilisateurs
cmd-tab-data = Aller au fichier lu
cmd-tab-next = Onglet suivant
cmd-tab-previous = Onglet précédent
cmd-older = Voir le rapport plus ancien
cmd-newer = Voir le rapport plus récent
cmd-as-of = Voir l’état d’aujourd’hui ou celui du jour du rapport
cmd-reload = Relire les fichiers
cmd-language = Passer de l’anglais au français et inversement
cmd-palette = Toutes les commandes
cmd-rules = Les règles que suit le programme
cmd-help = Touches et langage du filtre
cmd-quit = Fermer ce qui est devant ; quitter
cmd-quit-now = Quitter aussitôt

hint-choose = choisir
hint-open = ouvrir
hint-back = retour
hint-filter = filtrer
hint-sort = trier
hint-row = ligne du fichier
hint-pane = volet suivant
hint-newer = plus récent
hint-reload = réessayer
hint-older = plus ancien
hint-palette = commandes
hint-help = aide
hint-quit = quitter
hint-keep-filter = garder
hint-drop-keys = laisser
hint-drop-filter = comme avant
hint-move = se déplacer

## Names of keys, as they stand on the keyboard.
key-Enter = Entrée
key-Esc = Échap
key-Tab = Tab
key-Shift-Tab = Maj-Tab
key-Backspace = Retour arr.
key-Delete = Suppr
key-Home = Origine
key-End = Fin
key-PgUp = Pg préc.
key-PgDn = Pg suiv.
key-Space = Espace
## Préfixes : à quoi servent les touches qui suivent.
prefix-g = aller à
prefix-y = copier

## Messages.
notice-plain = { $value }
notice-file-changed = Un fichier ouvert a été modifié sur le disque. { $value } le relit.
notice-read-again = Les fichiers ont été relus.
notice-undone = Annulé : { $value }
notice-redone = Rétabli : { $value }
notice-marked = { $count ->
    [0] Aucune ligne cochée
    [one] { $count } ligne cochée
   *[other] { $count } lignes cochées
}
notice-match = « { $value } » a trouvé { $count ->
    [one] { $count } ligne
   *[other] { $count } lignes
} : n va à la suivante, N à la précédente
notice-no-match = « { $value } » n’a trouvé personne dans cette liste.
notice-copied = { $count ->
    [one] { $count } ligne copiée
   *[other] { $count } lignes copiées
} dans le presse-papiers
notice-copied-terminal = { $count ->
    [one] { $count } ligne confiée
   *[other] { $count } lignes confiées
} au presse-papiers de votre terminal (OSC 52). Si rien ne se colle, e écrit un fichier.
notice-copied-file = Aucun presse-papiers disponible : { $count ->
    [one] { $count } ligne enregistrée
   *[other] { $count } lignes enregistrées
} dans { $value }
notice-not-copied = Rien n’a été copié : { $value }
notice-written = { $count ->
    [one] { $count } ligne enregistrée
   *[other] { $count } lignes enregistrées
} dans { $value }
undo-filter = filtre
undo-order = ordre
undo-columns = colonnes
messages-title = Messages
title-reading = lecture … { $percent } %
title-changed = modifié sur le disque : { $key } le relit

keys-taken = Fichier de configuration, [keys] : { $command } ne peut pas recevoir « { $keys } », déjà pris par { $other }. Les touches habituelles restent.
keys-no-command = Fichier de configuration, [keys] : la commande « { $command } » n’existe pas. La plus proche est { $other }.
keys-no-key = Fichier de configuration, [keys] : { $command } cite une touche « { $keys } » qui n’existe pas. Exemples : x, Ctrl-t, F2, g x
keys-doubles = Fichier de configuration, [keys] : { $command } ne peut pas recevoir « { $keys } » : les terminaux la confondent avec Retour arrière, Tab ou Entrée.
keys-needed = Fichier de configuration, [keys] : { $command } doit garder une touche. Les touches habituelles restent.

## Colonnes, valeurs, coches.
columns-title = Colonnes
columns-note = Espace ou Entrée affiche et masque
columns-found = (quand un filtre vise une qualification)
columns-skills = (celles qui comptent / toutes)
columns-silent = (ce fichier n’en dit rien)
why-name-stays = Le nom reste toujours : il dit de qui parle la ligne.
users-marked = { $count ->
    [one] { $count } cochée
   *[other] { $count } cochées
}
users-marked-hidden = { $count ->
    [one] { $count } cochée, hors filtre
   *[other] { $count } cochées, dont { $hidden } hors filtre
}
users-email-domain = Courriel, après le @
facets-title = Filtrer { $count ->
    [one] { $count } compte
   *[other] { $count } comptes
}
values-title = { $column } · { $values ->
    [one] { $values } valeur
   *[other] { $values } valeurs
}, { $count ->
    [one] { $count } compte
   *[other] { $count } comptes
}
values-none = Il n’y a rien à compter ici.
values-counting = Comptage …
value-nothing = (vide)
value-no-skills = sans qualification
value-with-skills = avec qualifications
value-expired = expirée
value-exam = examen
value-certification = certification
value-assessment = évaluation
value-other = autre
value-active = active
value-inactive = inactive
value-30d = sous 30 jours
value-90d = sous 90 jours
value-180d = sous 180 jours
value-never = jamais
facet-severity = Gravité
facet-problem = À régler
facet-to-know = À savoir
facet-pc = Associé dans l’Espace partenaires
facet-pmc = Associé dans l’ancien portail (PMC)
facet-skills = Qualifications
facet-type = Nature de la qualification
facet-status = État d’une qualification
facet-expires = Une qualification expire
facet-competency = Compte pour
facet-skill = Détient

## Thèmes.
theme-title = Thème
theme-auto = les 16 couleurs du terminal
theme-auto-light = les mêmes, sur fond clair
theme-dark = sombre
theme-light = clair
theme-contrast = contraste élevé
theme-deuteranopia = pour daltoniens rouge-vert (deutéranopie)
theme-tritanopia = pour daltoniens bleu-jaune (tritanopie)
theme-mono = sans couleur

## Copier et exporter.
export-title = Enregistrer dans un fichier
export-note = L’extension décide : .xlsx pour Excel (aussi par défaut), .csv, .tsv, ou .md pour un tableau en texte. Un fichier existant n’est pas remplacé sans demander.
export-users = Utilisateurs
export-person = Qualifications
export-overview = Synthèse
export-file = Fichier
replace-title = Le remplacer ?
replace-note = Ce fichier existe déjà : { $file }
replace-yes = Le remplacer
replace-no = Choisir un autre nom
take-accounts = Comptes
take-row = Ligne
start-else = Autre chose
start-path-choice = Saisir ou coller un chemin …

why-nothing-to-tick = Il n’y a rien à cocher ici.
why-no-marks = Rien n’est coché.
why-no-search = Aucun filtre jusqu’ici.
why-nothing-to-undo = Il n’y a rien à annuler.
why-nothing-to-redo = Il n’y a rien à rétablir.
why-no-messages = Aucun message pour l’instant.
why-nothing-to-copy = Il n’y a rien à copier ici.
why-no-job-control = Impossible sur ce système.
filter-what = Un nom, AZ-104 …, ou pc:non qualification:az-104 expire:<90j probleme:tout
why-elsewhere = Cela fonctionne sur un autre écran.
why-nothing-to-complete = Il n’y a rien à compléter ici.
why-no-filter-here = Il n’y a rien à chercher ici.
why-no-path = Saisissez d’abord un chemin.
why-nothing-open = Ouvrez d’abord un rapport.
why-no-format = Le nom doit se terminer par .xlsx, .csv, .tsv ou .md.

cmd-column-first = À la première colonne
cmd-column-last = À la dernière colonne
cmd-facets = Filtrer en choisissant : association, nature, compétence …
cmd-problems = Seulement ceux où il y a quelque chose à régler
cmd-next-match = À la ligne suivante du dernier filtre
cmd-previous-match = À la ligne précédente du dernier filtre
cmd-values = Ce que contient cette colonne, compté
cmd-columns = Choisir les colonnes
cmd-mark = Cocher une ligne
cmd-mark-to-here = Cocher de la dernière ligne cochée jusqu’ici
cmd-mark-all = Cocher toutes les lignes affichées, ou aucune
cmd-unmark = Décocher tout
cmd-copy-cell = Copier la cellule
cmd-copy-row = Copier la ligne, ou les lignes cochées
cmd-copy-markdown = Copier la ligne, ou les lignes cochées, en tableau Markdown
cmd-copy-view = Copier tout ce qui est affiché, avec les titres
cmd-export = Enregistrer ce qui est affiché, ou coché, dans un fichier
cmd-zoom = Donner toute la place au volet, ou la reprendre
cmd-undo = Annuler : filtre, ordre ou colonnes
cmd-redo = Rétablir ce qui a été annulé
cmd-open-file = Ouvrir un autre fichier
cmd-add-file = Ajouter un autre fichier
cmd-theme = Choisir un thème
cmd-messages = Les messages affichés jusqu’ici
cmd-suspend = Retour au shell pour un moment (fg revient)

hint-facets = filtres
hint-problems = à régler
hint-values = contenu
hint-columns = colonnes
hint-mark = cocher
hint-tick = cocher
hint-search = chercher
hint-export = exporter
hint-open-file = ouvrir un fichier
hint-read-again = relire
hint-run = exécuter
hint-filter-on = filtrer dessus
hint-earlier = filtres précédents
hint-complete = compléter
hint-write = enregistrer
hint-never-mind = abandonner

## L’écran de départ.
start-title = Ouvrir un rapport
start-recent = Ouverts auparavant
start-downloads = Derniers rapports de vos téléchargements
start-searching = Recherche …
start-none = Aucun rapport dans votre dossier de téléchargements. « Comment obtenir le rapport » dit d’où il vient ; un fichier rangé ailleurs s’ouvre par son chemin.
start-demo = Exemple : formations de 2026
start-demo-old = Exemple : qualifications de 2021, avec associations
start-path = Chemin d’un rapport ou d’un dossier
add-path = Ajouter un fichier ou un dossier
add-path-about = Il est lu avec ce qui est ouvert : liste du personnel, rapport des utilisateurs, autre rapport.
start-how = Obtenir le rapport dans l’Espace partenaires
start-how-choice = Comment obtenir le rapport …
start-more = la suite : « { $choice } »
start-step-1 = Connectez-vous à l’Espace partenaires comme administrateur partenaire MPN ou avec le rôle « Executive report viewer » (lecteur de rapports exécutifs) : eux seuls voient les noms.
start-step-2 = Ouvrez Insights (la vignette, ou le menu de gauche) et choisissez « Télécharger les rapports ».
start-step-3 = Créez un rapport de type « Formations », avec la période la plus longue (toute la durée) et le format csv.
start-step-4 = Quand il est prêt, choisissez « Télécharger ». L’Espace partenaires le garde 14 jours.
start-step-5 = Les rapports des qualifications des années passées (« Télécharger le rapport des qualifications », un .xlsx) s’ouvrent aussi, dans toutes les langues.

## Competencies and designations.
tab-standing = Situation
standing-designations = Situation · désignations
standing-competencies = Situation · compétences
standing-track-all = tous les parcours
standing-track-enterprise = parcours Enterprise
standing-track-smb = parcours SMB
standing-none = Il n’y a pas de règles pour ce jour.
standing-page = En détail
standing-entry = Demandé
standing-have = Présent
standing-need = Requis
standing-state = État
standing-last-day = Assuré jusqu’au
export-standing = Situation
why-no-tracks = Les compétences n’ont pas de parcours.
why-nobody-here = Cette ligne ne nomme personne à ouvrir.
cmd-tab-standing = Aller à la situation
cmd-programme = Passer des désignations aux compétences et inversement
cmd-track = Parcours des désignations : tous, Enterprise, SMB
hint-programme = autre programme
hint-track = parcours

## Ce par quoi on cherche aussi une commande ; jamais affiché.
also-filter = chercher rechercher recherche trouver search find
also-facets = critères affiner choisir facettes choose
also-problems = problèmes erreurs manquants anomalies issues
also-clear-filter = enlever réinitialiser supprimer tous reset
also-sort = trier classer ranger tri order
also-reverse = décroissant croissant sens inverse descending
also-values = statistiques répartition regrouper tableau croisé pivot
also-columns = masquer cacher afficher champs hide columns
also-mark = sélectionner marquer coche select
also-mark-to-here = sélectionner plage jusque select range
also-mark-all = sélectionner tout marquer select all
also-unmark = désélectionner aucune enlever deselect
also-copy-cell = presse-papiers coller valeur clipboard copy
also-copy-row = presse-papiers coller enregistrement clipboard copy
also-copy-markdown = presse-papiers coller md clipboard copy
also-copy-view = presse-papiers coller liste excel clipboard copy
also-export = exporter excel xlsx csv tsv sauvegarder télécharger imprimer save print
also-row = brute source origine raw
also-pane = fenêtre changer focus window
also-zoom = agrandir plein écran maximiser zoom
also-tab-overview = accueil résumé synthèse tableau de bord home
also-tab-users = personnes liste salariés collaborateurs comptes people
also-tab-data = données colonnes correspondance avertissements source
also-older = précédent historique avant older
also-newer = suivant dernier après latest
also-as-of = date jour aujourd’hui today
also-undo = ctrl-z défaire revenir undo
also-redo = ctrl-y refaire répéter redo
also-reload = actualiser recharger rafraîchir mettre à jour refresh
also-open-file = parcourir charger choisir open file browse
also-add-file = liste du personnel joindre add rapport des utilisateurs
also-theme = couleurs clair sombre contraste apparence colour dark
also-language = langue language english traduire traduction
also-rules = comment compte politique explication rules
also-messages = journal historique erreurs avis log
also-help = aide manuel raccourcis clavier help
also-suspend = arrière-plan terminal pause background
also-quit = fermer sortir terminer exit close
also-quit-now = fermer sortir terminer exit close quitter
overview-standing = Où en est-on

## Les dossiers dans la file
queue-due = À faire aujourd’hui
queue-due-about = Un délai est écoulé, ou personne n’a répondu depuis une semaine. Quoi que vous fassiez (relancer, attendre encore, transmettre, clore), le point quitte cette liste.
queue-others = Suivis, absents de ce rapport
queue-others-about = Des points que vous suivez et que ce rapport ne montre pas : personnes qui ne figurent dans aucun fichier, listes de contrôle de l’entreprise, points d’un autre rapport.
queue-settled = Réglés ou laissés tels quels
queue-settled-about = Réglés par vous, prouvés par un rapport plus récent, ou laissés tels quels avec un motif. Entrée les déplie ; c r en rouvre un.
case-stands = Où en est le dossier : { $state }
case-log = Ce qui s’est passé jusqu’ici
case-marked = vous : { $mark } · { $moment }
case-mark-done = fait
case-mark-failed = ce n’est pas le cas
case-mark-not-applicable = sans objet ici
prefix-c = dossier
cmd-mark-step = Marquer l’étape : faite, non, sans objet, de nouveau ouverte
hint-mark-step = marquer l’étape
cmd-case-asked = Noter que la personne a été sollicitée aujourd’hui, ou relancée
cmd-case-answered = Noter qu’une réponse est arrivée aujourd’hui
cmd-case-note = Écrire une note
cmd-case-wait = Attendre, jusqu’à un jour si vous voulez
cmd-case-days = Saisir les jours : obtention, association, fusion, prochaine
cmd-case-support = Transmis au support Microsoft, avec le numéro du ticket
cmd-case-done = C’est réglé
cmd-case-leave = Laisser tel quel, avec un motif
cmd-case-reopen = Rouvrir
cmd-case-person = Suivre quelqu’un qui n’est dans aucun fichier
also-mark-step = cocher étape tick check
also-case-asked = relancer demander courriel remind
also-case-answered = réponse reply
also-case-note = remarque commentaire comment
also-case-wait = délai plus tard clock later
also-case-days = dates 72 heures obtenu associé
also-case-support = ticket assistance microsoft
also-case-done = clore résolu terminé close solved
also-case-leave = ignorer sans suite ignore
also-case-reopen = rouvrir reprendre open again
also-case-person = nouveau arrivé arrivant new joiner dossier
why-no-case = Choisissez d’abord un point à régler : celui d’une personne, ou une liste de l’entreprise.
why-no-step = Cette ligne n’est pas une étape d’une liste de contrôle.
undo-case = ce que vous avez fait dans le dossier
notice-case-kept = Conservé dans le dossier.
notice-case-asked = Noté : sollicité aujourd’hui. Le point revient après sept jours sans réponse.
notice-case-reminded = Noté : relancé aujourd’hui.
notice-case-answered = Noté : réponse reçue aujourd’hui.
notice-case-done = Réglé. Le prochain rapport dira si cela se voit.
notice-case-reopened = De nouveau ouvert.
notice-step-done = Étape marquée : faite.
notice-step-failed = Étape marquée : ce n’est pas le cas.
notice-step-not-applicable = Étape marquée : sans objet ici.
notice-step-open = Étape de nouveau ouverte.
notice-report-settles = { $count ->
    [one] Ce rapport prouve qu’un point est réglé ; u l’annule.
   *[other] Ce rapport prouve que { $count } points sont réglés ; u l’annule.
}
notice-report-reopens = { $count ->
    [one] Un point réglé figure de nouveau dans ce rapport : il est rouvert.
   *[other] { $count } points réglés figurent de nouveau dans ce rapport : ils sont rouverts.
}
notice-report-settles-and-reopens = Points que ce rapport prouve réglés : { $count } ; rouverts : { $value }. u annule les deux.
