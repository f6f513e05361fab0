## Files that do not open: what happened, where, what to do.
error-not-found = { $file } : ce fichier n’existe pas. Vérifiez le nom et le dossier, ou déposez le fichier dans le terminal.
error-folder = { $file } : ce dossier ne contient aucun rapport. Indiquez le fichier téléchargé, ou un dossier qui en contient un.
error-no-permission = { $file } : le système en refuse la lecture. Fermez-le dans les autres programmes ou copiez-le dans l’un de vos dossiers.
error-not-a-file = { $file } : c’est un tube ou un périphérique, pas un fichier. Pour lire depuis un tube, donnez « - » comme nom de fichier.
error-lock-file = { $file } : c’est le fichier de verrouillage qu’Office laisse à côté d’un document ouvert. Ouvrez le document dont le nom ne commence pas par « ~$ ».
error-half-download = { $file } : le navigateur n’a pas terminé ce téléchargement. Attendez-en la fin ou téléchargez de nouveau le rapport.
error-empty = { $file } : le fichier est vide (0 octet). Le téléchargement a été interrompu : recommencez-le.
error-password = { $file } : le classeur est protégé par un mot de passe. Ouvrez-le dans Excel, enregistrez-en une copie sans mot de passe et ouvrez la copie.
error-damaged = { $file } : le fichier est endommagé ou tronqué ({ $detail }). Téléchargez de nouveau le rapport ; s’il est ouvert dans Excel, enregistrez-le en .xlsx.
error-unpacks-too-large = { $file } : décompressé, le classeur dépasse { $limit } Mio. Si c’est normal, augmentez « unpacked-bytes » sous [limits] dans le fichier de configuration.
error-too-large = { $file } : ce format se lit d’un seul bloc, et le fichier dépasse { $limit } Mio. Enregistrez-le en .xlsx ou .csv, formats lus ligne par ligne.
error-too-many-rows = { $file } : plus de { $limit } lignes. Si c’est normal, augmentez « rows » sous [limits] dans le fichier de configuration.
error-cell-too-long = { $file }, ligne { $row } : une cellule dépasse { $limit } Kio. Un guillemet n’y est sans doute jamais refermé ; enregistrez de nouveau le rapport en .xlsx.
error-html = { $file } : c’est une page web, quel que soit son nom. Dans l’Espace partenaires, utilisez le bouton de téléchargement plutôt que d’enregistrer la page, ou ouvrez le fichier dans Excel et enregistrez-le en .xlsx.
error-pdf = { $file } : c’est un PDF. Le programme lit des feuilles de calcul : dans l’Espace partenaires, choisissez Compétences > Télécharger le rapport des qualifications.
error-unknown-format = { $file } : le contenu n’est ni un classeur (.xlsx, .xls, .xlsb, .ods) ni du texte délimité (.csv, .tsv). Dans l’Espace partenaires, choisissez Compétences > Télécharger le rapport des qualifications.
error-no-sheet = { $file } : il n’y a pas de feuille « { $name } ». Feuilles présentes : { $there }.
quoted = « { $text } »
error-no-sheets-at-all = { $file } : un fichier texte n’a pas de feuilles. Omettez --sheet.
error-no-table = { $file } : aucun tableau trouvé. Le programme cherche une ligne d’en-tête avec MCID, Associée au PMC, Associée à l’Espace partenaires et Pertinent pour des compétences. Téléchargez le rapport dans l’Espace partenaires : Compétences > Télécharger le rapport des qualifications.
error-not-a-report = { $file } : aucune ligne d’en-tête d’un téléchargement connu. Recherché : MCID, Associée au PMC, Associée à l’Espace partenaires, Pertinent pour des compétences (en 18 langues), ou les colonnes de TrainingCompletions. Trouvé : { $found }. Téléchargez le rapport dans l’Espace partenaires (Compétences > Télécharger le rapport des qualifications) ou indiquez les colonnes avec --map CHAMP=EN-TÊTE.
error-other-kind = { $file } : c’est { $what } ; on n’y trouve pas les qualifications des personnes. Ouvrez-le avec un rapport des qualifications ou TrainingCompletions. { $place }
error-no-such-header = { $file } : il n’y a pas de colonne « { $header } » pour le champ { $field }.
error-cancelled = { $file } : lecture annulée.
error-io = { $file } : lecture impossible : { $detail }.

## Downloads.
kind-skills-report = rapport des qualifications
kind-training-completions = formations d’Insights
kind-users-report = le rapport des utilisateurs exporté
kind-users-report-place = Le rapport des qualifications se trouve sous Compétences > Télécharger le rapport des qualifications.
kind-competency-history = l’historique des compétences (CompetencySummaryHistory)
kind-competency-history-place = Le rapport des qualifications se trouve sous Compétences > Télécharger le rapport des qualifications ; TrainingCompletions sous Insights > Télécharger les rapports > Formations.
kind-competency-performance = le rapport de performances des compétences (CompetencyPerformanceRequirement)
kind-competency-performance-place = Le rapport des qualifications se trouve sous Compétences > Télécharger le rapport des qualifications ; TrainingCompletions sous Insights > Télécharger les rapports > Formations.
kind-ms-learn = le téléchargement Microsoft Learn (MSLearn)
kind-ms-learn-place = Examens et certifications sont dans TrainingCompletions : Insights > Télécharger les rapports > Formations.
kind-partner-profile = le profil du partenaire
kind-partner-profile-place = Le rapport des qualifications se trouve sous Compétences > Télécharger le rapport des qualifications ; TrainingCompletions sous Insights > Télécharger les rapports > Formations.
kind-skilling-eligibility = le tableau d’éligibilité des compétences d’une désignation Solutions Partner
kind-skilling-eligibility-place = La liste complète des certifications est dans TrainingCompletions : Insights > Télécharger les rapports > Formations.
kind-training-dashboard = un tableau du tableau de bord des formations
kind-training-dashboard-place = La liste complète est dans TrainingCompletions : Insights > Télécharger les rapports > Formations.
kind-transcript = une liste d’examens tirée d’un relevé Learn
kind-transcript-place = Le rapport des qualifications se trouve sous Compétences > Télécharger le rapport des qualifications.
kind-staff-list = une liste de personnes avec adresses e-mail
kind-staff-list-place = Le rapport des qualifications se trouve sous Compétences > Télécharger le rapport des qualifications ; TrainingCompletions sous Insights > Télécharger les rapports > Formations.
kind-empty-report = rapport sans lignes

## Columns.
field-first-name = Prénom
field-last-name = Nom
field-display-name = Nom complet
field-email = E-mail
field-email-private = E-mail privé
field-mcid = MCID
field-associated-pmc = Associée au PMC
field-associated-pc = Associée à l’Espace partenaires
field-skill-type = Type de qualification
field-skill-name = Nom de la qualification
field-skill-id = Code de la qualification
field-skill-completion-date = Obtenue le
field-skill-status = État
field-relevant = Pertinente pour des compétences
field-skill-expiration-date = Valable jusqu’au
field-AADUserId = Identifiant anonyme
field-MPNId = Identifiant du site
field-PGAMpnId = Identifiant du compte global
field-PartnerName = Nom du partenaire
field-TrainingActivityId = Numéro de formation
field-Month = Mois
field-IcMCP = Certifié Microsoft
field-PartnerCityLocation = Ville
field-PartnerCountryLocation = Pays
field-CompetencyName = Compétence
field-CompetencyLevel = Niveau
field-CompetencyStatus = État de la compétence
field-CompetencyStartDate = Détenue depuis
field-CompetencyEndDate = Date anniversaire

how-user = indiquée par vous
how-documented = documentée
how-related = vue ailleurs
how-inferred = déduite
how-content = par ses cellules

order-day-first = jour en premier
order-month-first = mois en premier

date-from-option = indiquée
date-from-document-created = création du document
date-from-document-modified = modification du document
date-from-file-name = nom du fichier
date-from-file-time = date du fichier

## Things noticed while reading.
warning-column-missing = La colonne « { $value } » manque. Si elle porte un autre en-tête, indiquez-la (dans l’explorateur : Fichier lu, Entrée sur la colonne ; en ligne de commande : --map).
warning-ambiguous-dates = « { $column } » : aucune cellule ne permet de distinguer jour et mois ; lu « { $value } ». Si c’est faux, utilisez --date-order.
warning-mixed-dates = « { $column } » : certaines dates commencent par le jour, d’autres par le mois. Celles-là ont été lues de la seule manière possible, les autres « { $value } ». Vérifiez-les dans le fichier.
warning-bad-date = Ligne { $row }, « { $column } » : « { $value } » n’est pas une date et a été laissé de côté{ $count ->
    [one] .
   *[other] {" "}({ $count } lignes).
}
warning-bad-yes-no = Ligne { $row }, « { $column } » : « { $value } » n’est ni oui ni non ; compté comme non indiqué{ $count ->
    [one] .
   *[other] {" "}({ $count } lignes).
}
warning-error-cell = Ligne { $row }, « { $column } » : la cellule contient une erreur de formule et a été laissée de côté{ $count ->
    [one] .
   *[other] {" "}({ $count } lignes).
}
warning-nobody-named = La ligne { $row } ne nomme personne et a été refusée : { $value }{ $count ->
    [one] {""}
   *[other] {" "}(et { $more } de plus)
}
warning-name-alone = La ligne { $row } nomme « { $value } » et ne dit rien d’autre : ni adresse, ni MCID, ni qualification. Elle compte pour une personne{ $count ->
    [one] .
   *[other] {" "}(et { $more } de plus).
}
warning-total-row = La ligne { $row } (« { $value } ») est un total et ne nomme personne ; elle a été écartée{ $count ->
    [one] .
   *[other] {" "}(et { $more } de plus).
}
warning-bad-email = Ligne { $row }, « { $column } » : « { $value } » n’est pas une adresse e-mail{ $count ->
    [one] .
   *[other] {" "}({ $count } lignes).
}
warning-bad-mcid = Ligne { $row }, « { $column } » : « { $value } » n’est pas un nombre, contrairement à un MCID ; conservé tel quel{ $count ->
    [one] .
   *[other] {" "}({ $count } lignes).
}
warning-unknown-type = Ligne { $row }, « { $column } » : le type de qualification « { $value } » est inconnu ; affiché comme « autre »{ $count ->
    [one] .
   *[other] {" "}({ $count } lignes).
}
warning-extra-cells = La ligne { $row } a plus de cellules qu’il n’y a d’en-têtes ; ce qui dépasse n’a pas été lu, et le reste peut être décalé d’une colonne à l’autre{ $count ->
    [one] .
   *[other] {" "}({ $count } lignes).
}
warning-missing-cells = La ligne { $row } a moins de cellules qu’il n’y a d’en-têtes ; celles qui manquent ont été lues comme vides{ $count ->
    [one] .
   *[other] {" "}({ $count } lignes).
}
warning-repeated-header = La ligne { $row } répète l’en-tête et a été ignorée{ $count ->
    [one] .
   *[other] {" "}(et { $more } de plus).
}
warning-duplicate-header = L’en-tête « { $value } » figure deux fois ; la première colonne est utilisée.
warning-hidden-sheet = Le rapport se trouve sur la feuille masquée « { $value } ».
warning-other-sheet = La feuille « { $value } » ressemble aussi à un rapport. Utilisez --sheet pour la lire à la place.
warning-empty-report = L’Espace partenaires n’a trouvé aucun utilisateur avec des qualifications. Soit le compte a été créé directement dans l’Espace partenaires, soit personne n’avait associé de MCP au PMC avant la migration. Vérifiez que les profils de certification de vos utilisateurs sont associés à leurs comptes de l’Espace partenaires.
warning-no-rows = Il y a une ligne d’en-tête, mais rien en dessous. En début de mois, c’est normal pour les téléchargements d’Insights : choisissez une période plus longue.
warning-duplicate-row = La ligne { $row } répète une ligne précédente et n’a été comptée qu’une fois.
warning-mixed-encoding = Ligne { $row }, « { $column } » : octets étrangers à l’encodage du fichier ; lus comme du texte d’Europe occidentale{ $count ->
    [one] .
   *[other] {" "}({ $count } lignes).
}
warning-merged-cells = { $count ->
    [one] Une cellule vide a été remplie
   *[other] { $count } cellules vides ont été remplies
} d’après la cellule fusionnée au-dessus.
warning-file-changed = Le fichier a changé pendant la lecture. Rechargez-le.
warning-shared-email = Ligne { $row } : « { $value } » porte deux noms et deux MCID. Cela compte pour une seule personne ; s’il s’agit d’une boîte aux lettres partagée, donnez à chacun sa propre adresse.
warning-short-span = Les qualifications ne couvrent que la période { $value }. D’un téléchargement sur une courte période, on ne peut conclure que quelqu’un est parti ou a perdu une qualification : choisissez « Lifetime » au téléchargement.
warning-mapping-ignored = La correspondance « { $value } » a été ignorée : cet en-tête n’existe pas.
warning-no-competency = La ligne { $row } ne nomme aucune compétence et a été laissée de côté : { $value }{ $count ->
    [one] {""}
   *[other] {" "}(et { $more } autres du même genre)
}
warning-bad-history = Ligne { $row }, « { $column } » : « { $value } » y est inconnu ; ce que la ligne dit d’une compétence a été laissé de côté{ $count ->
    [one] .
   *[other] {" "}({ $count } lignes).
}
warning-no-anniversary = Ligne { $row } : « { $value } » est détenue, mais sa date de fin manque. Saisissez vous-même la date anniversaire.
warning-unknown-competency = Ligne { $row } : le catalogue ne connaît pas la compétence « { $value } » ; elle est gardée sous ce nom, et ses exigences sont inconnues.

## The filter.
filter-unknown-field = Il n’y a pas de champ « { $given }: ». Vouliez-vous dire « { $nearest }: » ?
filter-no-such-field = Il n’y a pas de champ « { $given }: ». Par exemple : { $some } …
filter-bad-value = « { $field }: » n’accepte pas « { $given } ». Par exemple : { $valid }.
filter-no-value = Il manque une valeur après « { $field }: ».
filter-open-quote = Un guillemet n’est pas refermé.

## Ce qu’accepte un champ du filtre, séparé par « , ».
filter-values-presence = tout, aucun
filter-values-association = oui, non, inconnu, deux
filter-values-yes-no = oui, non
filter-values-number = 0, >3, <=5
filter-values-skill = az-104
filter-values-competency = cloud-platform
filter-values-type = examen, certification, evaluation, autre
filter-values-status = actif, expire, inactif
filter-values-earned = 2021, >2021-03-01, <90j
filter-values-expires = <90j, 2026-12, >=2027-01-01, jamais
filter-values-problem = tout, pmc-seulement, non-associee, doublon-possible, expire-bientot, sans-mcid …
filter-values-severity = urgent, avertissement, info
