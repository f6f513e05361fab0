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
