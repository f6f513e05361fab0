cli-about-findings = Afficher ce qu’il y a à régler : chaque point avec sa preuve et ce qu’il faut faire
cli-arg-fail-on = Terminer avec le code 1 s’il y a un tel point : urgent, ou warning (urgent compris)

severity-urgent = urgent
severity-warning = à régler
severity-info = à savoir
confidence-certain = certain
confidence-likely = probable
confidence-possible = possible

finding-pmc-only = Seulement dans l’ancien portail (PMC)
finding-empty-report = Personne dans le rapport
finding-column-missing = Il manque une colonne obligatoire
finding-nobody-associated = Personne n’est associé
finding-report-old = Le rapport est ancien
finding-short-span = La période est courte
finding-anniversary-near = Une date anniversaire approche
finding-not-associated = Non associé dans l’Espace partenaires
finding-missing-from-report = Sur votre liste, pas dans le rapport
finding-possible-duplicate = Peut-être une seule personne, deux MCID
finding-conflicting-association = Oui et Non selon les lignes
finding-expiring = Expire bientôt, renouvelable
finding-missing-mcid = Sans MCID
finding-left-company = Pas sur votre liste du personnel
finding-reports-disagree = Les deux rapports se contredisent
finding-email-mismatch = Autre adresse dans un autre fichier
finding-no-skills = Sans qualification
finding-skill-not-counting = Ne compte nulle part
finding-expired = Expirée
finding-retired-still-listed = Retirée par Microsoft, encore dans la liste
finding-too-recent = Obtenue tout récemment
finding-bad-email = Pas une adresse électronique
finding-duplicate-row = Encore la même ligne

## What is so

finding-says-pmc-only = { $skills ->
    [one] Une qualification n’est associée que dans l’ancien portail (PMC).
   *[other] { $skills } qualifications ne sont associées que dans l’ancien portail (PMC).
} { $clock }{ $gain }
finding-clock-unknown = Ce qui n’est qu’au PMC compte six mois après le passage de votre entreprise à l’Espace partenaires ; la date de ce passage n’est pas connue.
finding-clock-shut-down = Le PMC a été arrêté en mai 2022 : ce qui n’est qu’au PMC ne compte plus.
finding-clock-runs = Ce qui n’est qu’au PMC compte jusqu’au { $date } ({ $days ->
    [0] aujourd’hui
    [one] encore un jour
   *[other] encore { $days } jours
}), et plus ensuite.
finding-clock-over = Les six mois après le passage de votre entreprise ont pris fin le { $date } : ce qui n’est qu’au PMC ne compte plus.
finding-gain-points = {" "}Une association dans l’Espace partenaires apporte { $points ->
    [1] un point
   *[other] { $shown } points
} pour { $where }.
finding-gain-people = {" "}Une association dans l’Espace partenaires pourvoit { $people ->
    [one] une place manquante
   *[other] { $people } places manquantes
} pour { $where }{ $meets ->
    [yes] , qui a alors toutes ses personnes
   *[other] {""}
}.
finding-gain-historic = {" "}D’après des règles plus anciennes, elle pourvoirait { $people ->
    [one] une place manquante
   *[other] { $people } places manquantes
} pour { $where }.
finding-says-empty-report = Le fichier ne contient personne.
finding-says-column-missing = La colonne « { $column } » n’a pas été trouvée : ce qui en dépend ne peut pas être examiné.
finding-says-nobody-associated = Personne dans ce rapport n’est associé dans l’Espace partenaires, donc aucune qualification ne compte.
finding-says-report-old = Le rapport a { $days } jours. Ce qui s’est passé depuis n’y figure pas.
finding-says-short-span = Le fichier ne couvre que la période du { $from } au { $to } : ce qui n’y figure pas peut très bien exister.
finding-says-anniversary-near = { $what } : { $days ->
    [0] la date anniversaire est aujourd’hui ({ $date }).
    [one] encore un jour avant la date anniversaire du { $date }.
   *[other] encore { $days } jours avant la date anniversaire du { $date }.
}{ $risk }
finding-says-anniversary-passed = { $what } : la date anniversaire était le { $date } ; le renouvellement est possible jusqu’au { $until }.{ $risk }
finding-risk-yes = {" "}Selon les données actuelles, elle ne sera pas tenue si personne ne réussit ni ne renouvelle rien.
finding-risk-no = {" "}Les personnes nécessaires sont là.
finding-risk-unknown = {""}
finding-says-not-associated = Le compte n’est pas associé dans l’Espace partenaires. { $skills ->
    [0] Aucune qualification du rapport n’est perdue pour autant.
    [one] Une qualification compterait.
   *[other] { $skills } qualifications compteraient.
}{ $gain }
finding-learn-yes = {" "}D’après le rapport des utilisateurs, son compte Learn est associé.
finding-learn-no = {" "}D’après le rapport des utilisateurs, aucun compte Learn n’est associé.
finding-says-missing-from-report = { $technical ->
    [yes] Profil technique d’après votre liste du personnel, mais aucune ligne du rapport ne concerne cette personne.
    [no] Sur votre liste du personnel, comme profil non technique, et dans aucune ligne du rapport.
   *[unknown] Sur votre liste du personnel, et dans aucune ligne du rapport.
}{ $trainings ->
    [yes] {" "}Ce fichier ne contient que des personnes qui ont réussi quelque chose.
   *[no] {""}
}
finding-missing-namesake = {" "}Quelqu’un du même nom figure dans le rapport avec { $other } : peut-être la même personne avec une autre adresse.
finding-says-possible-duplicate = { $confidence ->
    [certain] La même personne que { $other } (MCID { $mcid })
    [likely] Probablement la même personne que { $other } (MCID { $mcid })
   *[possible] Peut-être la même personne que { $other } (MCID { $mcid })
} : { $reasons }.
finding-says-shared-mailbox = La même adresse que { $other } (MCID { $mcid }), mais un autre nom : peut-être deux personnes pour une seule boîte.
finding-name-same = le même nom
finding-name-spelling = le même nom, écrit autrement
finding-name-short-form = un diminutif du prénom
finding-name-initial = une initiale à la place d’un nom
finding-name-further = le nom avec un autre en plus
finding-name-unnamed = un compte sans nom
finding-name-different = des noms différents
finding-address-same = la même adresse
finding-address-private-alike = une adresse privée semblable à celle de l’entreprise
finding-address-private = une adresse privée à côté de celle de l’entreprise
finding-address-one-without = un compte sans adresse
finding-address-none-of-company = aucune adresse de l’entreprise
finding-address-both-of-company = deux adresses de l’entreprise
finding-holdings-complete = les examens sur un compte et leur certification sur l’autre
finding-holdings-apart = aucune qualification en commun
finding-holdings-one-empty = un compte sans qualification
finding-holdings-repeated = une qualification du même jour sur les deux
finding-holdings-overlap = mais une qualification commune, à des dates différentes
finding-says-conflicting-pc = Pour l’association dans l’Espace partenaires, le rapport dit oui dans une ligne et non dans une autre.
finding-says-conflicting-pmc = Pour l’association au PMC, le rapport dit oui dans une ligne et non dans une autre.
finding-says-conflicting-both = Pour les deux associations, le rapport dit oui dans une ligne et non dans une autre.
finding-says-expiring = { $skill } prend fin le { $date } ({ $days ->
    [0] aujourd’hui
    [one] encore un jour
   *[other] encore { $days } jours
}) ; le renouvellement gratuit est ouvert.
finding-says-missing-mcid = Le compte n’a pas de MCID : ses qualifications ne peuvent être rattachées à aucun profil de certification.
finding-says-mcid-elsewhere = Le compte n’a pas de MCID ici ; d’autres lignes de la même adresse ont { $mcid }.
finding-says-left-company = Dans le rapport, mais sur aucune de vos listes du personnel. Une liste peut être ancienne ou incomplète.
finding-says-left-company-day = D’après votre liste du personnel, le dernier jour était le { $date } ; la personne figure encore dans le rapport.
finding-says-email-mismatch = Le rapport contient { $own }, { $count ->
    [one] un autre fichier { $others }
   *[other] d’autres fichiers { $others }
} : c’est la même personne d’après { $by ->
    [mcid] le MCID
    [email_private] l’adresse privée
   *[object_id] l’identifiant de l’annuaire
}.
finding-says-no-skills-elsewhere = Aucune qualification ici : l’autre compte de la même personne (MCID { $mcid }) les porte.
finding-says-no-skills-maybe = Aucune qualification ici : le compte de { $other } (MCID { $mcid }), qui est peut-être la même personne, en porte.
finding-says-no-skills-not-associated = Aucune qualification, et aucune association dans l’un ou l’autre portail : sans elle, rien ne peut apparaître.
finding-says-no-skills-nothing = Aucune qualification. Le fichier ne contient pas d’autre compte qui pourrait les porter : rien de pertinent n’est encore obtenu, ou l’est sous un autre MCID.
finding-says-not-counting-file = { $skill } ne compte nulle part : le rapport n’indique ni compétence ni programme.
finding-says-not-counting-rules = { $skill } ne compte nulle part : aucune désignation ne la demande ce jour-là.
finding-says-not-counting-inactive = { $skill } ne compte pas : le fichier la dit inactive.
finding-says-expired = { $skill } a pris fin le { $date }, et aucune ligne ultérieure ne la renouvelle.
finding-says-retired = { $skill } a été retirée par Microsoft le { $date }. { $counts ->
    [yes] Elle continue de compter jusqu’au { $until } là où des règles la nomment.
   *[other] Elle ne compte plus depuis le { $until }, sauf si une règle en dispose autrement.
}
finding-says-retired-unknown = { $skill } a été retirée par Microsoft ; on ne sait ni quel jour, ni combien de temps elle compte.
finding-says-too-recent = { $skill } a été obtenue le { $earned } : elle peut ne pas apparaître partout avant le { $date }.
finding-says-bad-email = « { $email } » n’est pas une adresse électronique.
finding-says-reports-disagree = { $what ->
    [earned] { $skill } a été obtenue le { $first } d’après { $file }, et le { $second } d’après { $other }.
    [expires] { $skill } prend fin le { $first } d’après { $file }, et le { $second } d’après { $other }.
   *[status] { $skill } est { $first } d’après { $file }, et { $second } d’après { $other }.
}
finding-disagree-taken = Le programme retient { $taken }.
finding-disagree-active = active
finding-disagree-inactive = inactive
finding-says-duplicate-row = { $rows ->
    [one] Une ligne en répète une autre mot pour mot. Elle compte une fois.
   *[other] { $rows } lignes en répètent d’autres mot pour mot. Elles comptent une fois.
}

## What to do

finding-do-pmc-only = Demandez à { $name } de faire dès maintenant les deux associations dans l’Espace partenaires, sous Mon profil : « Examens et certifications Microsoft » et « Formations et évaluations Microsoft ». Vous ne pouvez pas le faire à sa place. Cela apparaît au bout d’un à trois jours.
finding-do-empty-report = Vérifiez si vos utilisateurs ont associé leur profil de certification à leur compte de l’Espace partenaires, puis téléchargez de nouveau le rapport.
finding-do-column-missing = Indiquez la colonne avec --map { $field }=EN-TÊTE, ou téléchargez de nouveau le rapport sans le modifier.
finding-do-nobody-associated = Commencez par les personnes qui ont des qualifications : chacune associe son profil dans l’Espace partenaires, sous Mon profil.
finding-do-report-old = Téléchargez de nouveau le rapport.
finding-do-short-span = Téléchargez-le de nouveau pour toute la période disponible (Lifetime).
finding-do-anniversary-near = Regardez dans la situation (onglet 3, ou « skilldeck standing ») ce qui manque, et qui peut encore renouveler ou réussir quelque chose à temps.
finding-do-not-associated = Demandez à { $name } de faire les deux associations dans l’Espace partenaires, sous Mon profil : « Examens et certifications Microsoft » et « Formations et évaluations Microsoft ». Vous ne pouvez pas le faire à sa place. Cela apparaît au bout d’un à trois jours.
finding-do-not-associated-nothing = Demandez à { $name } d’associer son profil dans l’Espace partenaires, sous Mon profil, en cas de travail avec des produits Microsoft.
finding-do-not-associated-learn = L’association est peut-être plus récente que le rapport. Téléchargez-le de nouveau dans trois jours ; s’il dit toujours non, demandez à { $name } une capture d’écran de Mon profil.
finding-do-missing-from-report = Vérifiez que { $name } a un compte dans l’Espace partenaires de votre entreprise, et demandez les deux associations sous Mon profil : « Examens et certifications Microsoft » et « Formations et évaluations Microsoft ». Qui n’a rien réussi qui compte peut manquer malgré tout.
finding-do-missing-namesake = Demandez d’abord à { $name } quelle est l’adresse de son compte de l’Espace partenaires. Si c’est celle du rapport, corrigez votre liste ; s’il s’agit de deux personnes, il manque à l’une un compte et les deux associations sous Mon profil.
finding-do-possible-duplicate = Demandez d’abord à { $name } le MCID qui figure sur son relevé de certifications. Les deux MCID sont dans ce rapport : sans ce relevé, on ne peut pas dire quel profil fusionner dans lequel, et une fusion ne s’annule pas. S’il s’agit de deux personnes, saisissez-le : la question ne vous sera plus posée.
finding-do-shared-mailbox = Demandez qui utilise cette adresse. À deux, il faut une adresse chacun ; s’il n’y a qu’une personne avec deux profils, demandez-lui le MCID de son relevé avant toute fusion, car elle ne s’annule pas.
finding-do-conflicting-association = Demandez à { $name } ce qu’affiche Mon profil dans l’Espace partenaires, et fiez-vous-y. Le prochain rapport devrait concorder.
finding-do-expiring = Demandez à { $name } de passer d’ici là l’évaluation de renouvellement gratuite sur Microsoft Learn. Après le dernier jour, il ne reste que l’examen.
finding-do-missing-mcid = Demandez à { $name } de lier son profil de certification dans l’Espace partenaires, sous Mon profil ; son MCID apparaîtra alors.
finding-do-left-company = Demandez si { $name } est encore chez vous avant de supprimer quoi que ce soit. Sinon, regardez dans l’explorateur ce qui est perdu (« Si cette personne part »), puis faites supprimer le compte dans l’Espace partenaires.
finding-do-reports-disagree = Demandez à { $name } le relevé de Microsoft Learn, et fiez-vous-y. Téléchargez les deux rapports le même jour : TrainingCompletions est renouvelé tous les cinq jours. S’ils se contredisent encore, envoyez au support les deux lignes et le relevé. S’ils se contredisent pour presque tout le monde, jour et mois y sont peut-être inversés dans l’un des deux (--date-order).
finding-do-email-mismatch = Demandez à { $name } quelle est l’adresse de son compte de l’Espace partenaires. Examens et cours doivent être passés avec celle-là ; qui en a utilisé une autre s’adresse à l’administrateur de compte.
finding-do-no-skills-elsewhere = Demandez à { $name } le MCID de son relevé avant toute fusion ou nouvelle association : une fusion ne s’annule pas.
finding-do-no-skills-not-associated = Demandez à { $name } de faire les deux associations sous Mon profil dans l’Espace partenaires, et regardez de nouveau trois jours plus tard.
finding-do-no-skills-nothing = Demandez à { $name } si une qualification a été obtenue. Si oui, comparez le MCID du relevé avec celui d’ici ; sinon, tout va bien.
finding-do-skill-not-counting = Rien. Prévoyez une qualification demandée, si { $name } doit compter.
finding-do-expired = Elle ne peut plus être renouvelée. S’il la faut, { $name } repasse l’examen.
finding-do-retired-still-listed = Rien. Prévoyez ce qui la remplace avant qu’elle cesse de compter.
finding-do-too-recent = Attendez le { $date }, puis téléchargez de nouveau le rapport. Ensuite seulement, il vaut la peine de demander pourquoi elle ne compte pas.
finding-do-bad-email = Corrigez l’adresse dans le compte de l’Espace partenaires, ou demandez à { $name } de le faire.
finding-do-duplicate-row = Rien, sauf si vous avez réuni des fichiers vous-même : vérifiez alors qu’aucun n’y est deux fois.

## The list

findings-none = Rien à régler n’a été trouvé.
findings-group = { $title } ({ $count })
findings-each = chacune de ces personnes
findings-do = Que faire : { $advice }
findings-rests-on = Règle : { $rules }
findings-rows = { $rows ->
    [one] ligne { $list }
   *[other] lignes { $list }
}
findings-file-rows = { $file } : { $rows }
findings-list-row = { $file } : ligne { $row }
findings-more-rows = { $list }, …
findings-more = … et { $count } de plus ; --format csv les donne tous.
findings-silent = Non examiné :
findings-silent-line = { $title } : { $why }
findings-why-column = le fichier n’a pas de colonne « { $column } ».
findings-why-nothing = la colonne « { $column } » ne dit rien de personne.
findings-why-report-date = la date du rapport n’est pas connue ; --report-date l’indique.
findings-why-short-span = le fichier ne couvre qu’une courte période.
findings-why-rules = aucune règle n’est entièrement prouvée pour ce jour.
findings-why-names = le fichier ne donne ni noms ni adresses.
findings-why-no-staff-list = aucune liste du personnel n’a été ouverte avec le rapport.
findings-why-no-list = ni liste du personnel ni rapport des utilisateurs n’ont été ouverts avec le rapport.
findings-why-other-people = les listes ne contiennent personne de ce rapport ; elles concernent peut-être une autre entreprise.
findings-why-part-of-company = la liste du personnel contient moins de la moitié des personnes de ce rapport et semble ne couvrir qu’une partie de l’entreprise : ceux qui n’y figurent pas ne sont pas signalés.
summary-findings = À régler (« skilldeck findings » dit tout) :
summary-finding = { $title } : { $count }
