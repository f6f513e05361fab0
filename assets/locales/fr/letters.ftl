cli-about-letters = Écrire une lettre à chaque personne : ce qu’elle seule peut régler, ses qualifications à confirmer, ou un renouvellement
cli-arg-user = Une seule personne : une adresse e-mail, un MCID ou un nom
cli-arg-kind = settle (ce que la personne peut régler, par défaut), confirm (la liste de ses qualifications) ou renewal (ce qui peut être renouvelé gratuitement)
cli-arg-letter-lang = Toutes les lettres dans cette langue : en, fr ou de ; sinon chacune dans la langue que la liste du personnel indique pour la personne, ou à défaut celle du rapport
cli-arg-templates = Écrire dans ce dossier les textes fournis avec le programme, comme point de départ pour les vôtres
cli-about-evidence = Réunir ce que le support Microsoft Partner demande au sujet d’une personne, dans un dossier ou un .zip
cli-arg-only-this-person = Au lieu des fichiers entiers, seulement leurs en-têtes et les lignes de cette personne

## Lettres

letters-none = Il n’y a personne à qui écrire.
letters-to = À : { $to }
letters-subject = Objet : { $subject }
letters-to-nobody = aucune adresse
letters-written = { $count ->
    [one] Un brouillon a été écrit dans { $folder }.
   *[other] { $count } brouillons ont été écrits dans { $folder }.
}
letters-without-address = { $count ->
    [one] Une personne n’a pas d’adresse où envoyer un message :
   *[other] { $count } personnes n’ont pas d’adresse où envoyer un message :
} { $names }
letters-templates-written = Les textes des lettres ont été écrits dans { $folder }. Ce que vous changez prend effet dans le dossier { $place } ; omettez ce que vous ne changez pas.
letters-templates-nowhere = Les textes des lettres ont été écrits dans { $folder }.
letters-eml-output = Les brouillons sont des fichiers : indiquez un dossier avec -o DOSSIER.
letters-eml-only = eml n’est un format que de « skilldeck letters ».
letters-sheet = Lettres
letters-no-address = Il n’y a pas d’adresse où envoyer un message.
letters-mailto-too-long = La lettre ferait un lien de { $length } caractères, et les logiciels de messagerie en acceptent { $room }. Copiez le texte, ou écrivez un brouillon (.eml).

letters-problem = { $file }{ $place } : { $what }
letters-at-line = , ligne { $line }
letters-unreadable = lecture impossible : { $detail }
letters-syntax = ce n’est pas du TOML : { $detail }
letters-schema = ce programme lit schema = 1.
letters-unknown-key = cette clé n’existe pas.
letters-unknown-key-meant = cette clé n’existe pas. Vouliez-vous dire { $meant } ?
letters-wants-text = il faut ici un texte : "…"
letters-wants-plural = il faut ici deux textes : { "{" } one = "…", other = "…" { "}" }
letters-wants-texts = il faut ici une liste de textes : ["…", "…"]
letters-unknown-place = { $place } ne peut pas être rempli ici. Il y a { $known }.
letters-lone-brace = une accolade reste seule. Une accolade elle-même s’écrit deux fois : { "{{" } ou { "}}" }.

## Une personne

person-nobody = Personne ne s’appelle « { $who } » dans le rapport ni dans les listes à côté. Donnez une adresse e-mail, un MCID ou un nom.
person-several = « { $who } » peut être l’une de ces personnes : { $names }. Donnez une adresse e-mail ou un MCID.

## Le dossier pour le support

file-not-a-folder = { $file } est un fichier. Indiquez un dossier.
evidence-title = Au sujet des qualifications de { $name }
evidence-unnamed = une personne sans nom
evidence-as-of = Examiné le { $date }
evidence-file-date = du { $date }
evidence-file-rows = { $rows ->
    [one] une ligne
   *[other] { $rows } lignes
}, dont { $own } de cette personne
evidence-file-left-out = (les lignes des autres ont été omises)
evidence-line = { $label } : { $value }
evidence-person = La personne, telle que le rapport l’indique
evidence-in-no-report = Dans aucune ligne du rapport.
evidence-no-skills = Le rapport n’indique aucune qualification.
evidence-skills = Qualifications que le rapport indique :
evidence-earned = obtenue le { $date }
evidence-until = jusqu’au { $date }
evidence-found = Ce qui a été trouvé
evidence-nothing-found = Rien.
evidence-log = Ce qui a été fait jusqu’ici
evidence-still-to-add = Reste à ajouter
evidence-still-to-add-about = Placez ceci à côté de ces fichiers avant d’écrire au support Microsoft Partner (https://partner.microsoft.com/support).
evidence-proof-recent-report = Le rapport des qualifications, téléchargé à nouveau : le support demande le plus récent, et celui-ci a plus d’un mois.
evidence-proof-profile = Le rapport des utilisateurs exporté (Gestion des utilisateurs > Exporter le rapport des utilisateurs) où figure cette personne, ou une capture d’écran de Mon profil de sa part.
evidence-proof-transcript = Pour les examens et certifications : la transcription officielle de certification Microsoft, fournie par la personne.
evidence-proof-completion = Pour les cours et évaluations : le certificat d’achèvement, fourni par la personne.

evidence-what-case = ce qui a été trouvé, en mots simples
evidence-what-report = le rapport tel qu’il a été téléchargé
evidence-what-report-rows = les lignes de cette personne dans le rapport
evidence-what-users-report = le rapport des utilisateurs tel qu’il a été téléchargé
evidence-what-users-report-rows = les lignes de cette personne dans le rapport des utilisateurs
evidence-what-still-to-add = ce qui reste à ajouter
evidence-whose-everybody = { $others ->
    [one] avec une autre personne
   *[other] avec { $others } autres personnes
} ({ $rows ->
    [one] une ligne
   *[other] { $rows } lignes
})
evidence-whose-this-person = { $named ->
    [0] cette personne seule
    [one] cette personne ; nomme un autre compte, peut-être le sien
   *[other] cette personne ; nomme { $named } autres comptes, peut-être les siens
}
evidence-whose-nobody = les données de personne
evidence-goes-in = Voici ce qui y entre :
evidence-of-others = { $rows ->
    [one] Une ligne { $others ->
        [one] d’une autre personne
       *[other] de { $others } autres personnes
    } y entre
   *[other] { $rows } lignes { $others ->
        [one] d’une autre personne
       *[other] de { $others } autres personnes
    } y entrent
} : Microsoft demande le rapport entier. Avec --only-this-person, elles sont omises.
evidence-written = Écrit dans { $path }.
evidence-not-written = Rien n’a été écrit. Indiquez un dossier ou un .zip avec -o.
evidence-format = La liste de ce qui y entre s’affiche en text ou en json.
evidence-cannot-read = { $file } n’a pas pu être relu : { $detail }
evidence-bytes = { $size ->
    [one] un octet
   *[other] { $size } octets
}
evidence-kilobytes = { $size } ko
evidence-megabytes = { $size } Mo
