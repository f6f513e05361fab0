cli-usage = Utilisation
cli-commands = Commandes
cli-arguments = Arguments
cli-options = Options
cli-about-skilldeck = Explorer les rapports de qualifications des partenaires Microsoft : qui y figure, qui n’est pas associé, ce qui compte.
    Sans commande, FILE s’ouvre dans l’explorateur. Essayez « skilldeck demo ».
cli-about-summary = Afficher ce qui a été lu et comment, avec les totaux
cli-about-users = Afficher une entrée par compte : associations et qualifications
cli-about-columns = Afficher comment chaque colonne d’un fichier a été reconnue
cli-about-demo = Ouvrir l’explorateur sur l’exemple fourni, celui d’une entreprise fictive
cli-about-completions = Afficher les complétions pour un interpréteur de commandes
cli-about-rules = Afficher les règles que suit le programme, avec leurs sources
cli-about-man = Afficher la page de manuel
cli-arg-files = Fichiers ou dossiers de téléchargements de l’Espace partenaires ; « - » lit du csv ou du tsv sur l’entrée standard (commandes d’affichage)
cli-arg-filter = Seulement les comptes correspondants, par exemple "pc:no pmc:yes"
cli-arg-report = Le rapport par lequel commencer : skills (2021) ou trainings (2026)
cli-arg-shell = bash, elvish, fish, powershell ou zsh
cli-arg-format = text, json, csv, xlsx (avec -o) ou md, pour les lettres aussi eml (brouillons, avec -o DOSSIER) ; sinon, d’après l’extension du fichier de sortie
cli-arg-output = Écrire dans ce fichier au lieu du terminal ; un fichier existant est conservé
cli-arg-force = Remplacer le fichier de --output
cli-arg-as-of = Regarder le rapport depuis ce jour (AAAA-MM-JJ) et non depuis aujourd’hui ou la date du rapport
cli-arg-report-date = La date du rapport (AAAA-MM-JJ) au lieu de celle qui a été trouvée
cli-arg-lang = Langue du programme : en ou fr
cli-arg-map = Le champ FIELD se trouve dans la colonne HEADER ; répétable
cli-arg-sheet = La feuille à lire au lieu de celle qui a été trouvée
cli-arg-date-order = day-first (jour d’abord) ou month-first (mois d’abord), pour les dates comme 03/04/2021
cli-arg-company = Nom de l’entreprise au lieu de celui qui a été trouvé
cli-arg-color = auto, always ou never
cli-arg-theme = apparence de l’explorateur : auto, auto-light, dark, light, contrast, deuteranopia, tritanopia, mono
cli-arg-no-mouse = Laisser la souris au terminal
cli-arg-no-state = Ne pas lire ni écrire le dossier de données
cli-arg-state = Le fichier où sont conservés les dossiers, à la place du dossier de données : un fichier partagé avec un suppléant, par exemple
cli-arg-quiet = Omettre les avertissements
cli-arg-help = Afficher cette aide
cli-arg-version = Afficher la version
cli-examples = Exemples :
    {"  "}skilldeck demo
    {"  "}skilldeck "Téléchargements/rapport des qualifications.xlsx"
    {"  "}skilldeck summary rapport.xlsx
    {"  "}skilldeck users rapport.xlsx --filter "pc:no pmc:yes" --format csv -o prioritaires.csv
cli-unknown-argument = « { $arg } » est inconnu.
cli-invalid-value = { $arg } n’accepte pas « { $value } » ({ $valid }).
cli-value-missing = { $arg } attend une valeur.
cli-missing = Il manque { $arg }.
cli-conflict = { $arg } est incompatible avec le reste.
cli-xlsx-output = Un classeur ne s’affiche pas dans le terminal : nommez un fichier avec -o FICHIER.xlsx.
cli-wrong-usage = La ligne de commande n’a pas été comprise.
cli-did-you-mean = Vouliez-vous dire « { $suggestion } » ?
cli-see-help = Voir « skilldeck --help ».
cli-config = le fichier de configuration { $file } n’a pas été compris : { $reason }
cli-exists = { $file } existe déjà. Choisissez un autre nom, ou remplacez-le avec --force.
cli-is-folder = { $file } est un dossier. Indiquez un nom de fichier.
cli-is-input = { $file } est l’un des fichiers lus. Choisissez un autre nom.
cli-newest-of = affiché : { $file }, le plus récent de { $count } rapports.
cli-no-folder = { $file } n’a pas pu être écrit : ce dossier n’existe pas.
cli-no-permission = { $file } n’a pas pu être écrit : vous n’avez pas le droit d’écrire dans ce dossier.
cli-disk-full = { $file } n’a pas pu être écrit : le disque est plein.
cli-cannot-write = { $file } n’a pas pu être écrit : { $detail }
file-exists = { $file } existe déjà.
sheet-too-many-rows = Une feuille de classeur contient { $limit } lignes, et celles-ci sont { $rows }. Enregistrez-les en .csv, ou filtrez-les d’abord.
sheet-failed = Le classeur n’a pas pu être créé : { $detail }
cli-no-file = quel rapport ? Indiquez le chemin d’un rapport des qualifications ou d’un téléchargement TrainingCompletions, ou essayez « skilldeck demo ». Dans l’Espace partenaires : Compétences > Télécharger le rapport des qualifications, ou Insights > Télécharger les rapports > Formations.
cli-no-terminal = l’explorateur a besoin d’un terminal. Pour écrire dans un tube ou un fichier, utilisez « skilldeck summary FICHIER » ou « skilldeck users FICHIER ».
cli-explorer-stdin = l’explorateur a besoin du clavier et ne peut pas lire le rapport sur l’entrée standard. Indiquez son chemin, ou utilisez « skilldeck summary - ».

yes = oui
no = non
yes-and-no = oui et non

summary-sheet = {" "}· feuille « { $sheet } », en-têtes à la ligne { $row }
summary-line = {" "}· en-têtes à la ligne { $row }
summary-rows = { $rows ->
    [one] { $rows } ligne
   *[other] { $rows } lignes
}{ $refused ->
    [0] {""}
    [one] , { $refused } refusée
   *[other] , { $refused } refusées
}{ $doubled ->
    [0] {""}
    [one] , { $doubled } répétée
   *[other] , { $doubled } répétées
}
summary-company = Entreprise : { $name }
summary-date = Rapport du { $date } ({ $from }), regardé depuis le { $as_of }
summary-people = { $accounts ->
    [one] { $accounts } compte
   *[other] { $accounts } comptes
}, { $people ->
    [one] { $people } personne
   *[other] { $people } personnes
}
summary-associated = Associés à l’Espace partenaires : { $yes } oui, { $no } non
summary-association-not-said = Ce fichier ne dit pas qui est associé : il recense les personnes liées à l’entreprise.
summary-skills = { $skills ->
    [one] { $skills } qualification
   *[other] { $skills } qualifications
}, dont { $counting } { $counting ->
    [one] compte
   *[other] comptent
}
summary-skills-only = { $skills ->
    [one] { $skills } qualification
   *[other] { $skills } qualifications
} ; ce fichier ne dit pas où elles comptent
summary-warnings = { $count ->
    [one] Un point à vérifier :
   *[other] { $count } points à vérifier :
}
summary-more = … et { $count } de plus (skilldeck summary --format json les donne tous)

columns-header = EN-TÊTE
columns-field = SIGNIFIE
columns-how = COMMENT
columns-language = LANGUE

users-name = Nom
users-first-name = Prénom
users-last-name = Nom de famille
users-email = E-mail
users-mcid = MCID
users-pmc = Associé dans le PMC
users-pc = Associé dans l’Espace partenaires
users-skills = Qualifications
users-skills-counting = Qualifications qui comptent
users-competencies-by-rules = Compte pour, selon les règles
users-competencies = Compétences
users-problem = Premier problème
users-found = Qualification trouvée
users-earned = Obtenue le
users-until = Valable jusqu’au
users-count = { $shown ->
    [one] { $shown } compte
   *[other] { $shown } comptes
} sur { $all }

skill-type-exam = examen
skill-type-certification = certification
skill-type-assessment = évaluation
skill-type-other = autre
skill-counts-or-not = Compte
skill-file = Fichier
skill-file-row = Ligne du fichier
users-near = Personne ne correspond exactement ; voici ce qui s’en approche.
