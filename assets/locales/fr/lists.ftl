# Listes de personnes et petits téléchargements lus à côté d’un rapport.

## Sortes de fichiers

kind-directory = les utilisateurs de l’annuaire (Entra)
kind-directory-place = Il nomme les comptes d’un rapport qui ne les connaît que par un identifiant. Le rapport des qualifications se trouve sous Compétences > Télécharger le rapport des qualifications ; TrainingCompletions sous Insights > Télécharger les rapports > Formations.
kind-own-list = une liste écrite par skilldeck
kind-own-list-place = Elle ne dit des personnes que ce qu’un rapport en a dit. Le rapport des qualifications se trouve sous Compétences > Télécharger le rapport des qualifications ; TrainingCompletions sous Insights > Télécharger les rapports > Formations.

## Colonnes

field-team = Équipe ou service
field-manager = Responsable
field-country = Pays
field-language = Langue
field-technical = Profil technique
field-start-date = Dans l’entreprise depuis
field-leaving-date = Quitte l’entreprise le
field-partner-university = Accès à l’Université partenaire
field-learning-account = Compte Learn
field-user-principal-name = Nom de connexion
field-certification-type = Niveau de la certification
field-solution-area = Domaine de solutions
field-CompetencyAttainmentOptionName = Option de la compétence
field-MetricName = Ce qui est mesuré
field-MetricMonthlyContribution = Apport du mois
field-TTMAggregate = Somme sur douze mois
field-AnniversaryYearAggregate = Somme depuis l’anniversaire
field-GoldThreshold = Requis pour Gold
field-SilverThreshold = Requis pour Silver

## Ce qui a été remarqué

warning-no-address = La ligne { $row } n’a ni adresse ni MCID : « { $value } » ne peut pas être retrouvé dans un rapport par son seul nom{ $count ->
    [one] .
   *[other] {" "}({ $count } lignes).
}
warning-bad-level = Ligne { $row }, « { $column } » : « { $value } » n’est ni Intermediate ni Advanced ; compté comme non indiqué{ $count ->
    [one] .
   *[other] {" "}({ $count } lignes).
}
warning-bad-number = Ligne { $row }, « { $column } » : « { $value } » n’est pas un nombre et a été laissé de côté{ $count ->
    [one] .
   *[other] {" "}({ $count } lignes).
}

## Dans le résumé

summary-joined = { $people ->
    [one] { $people } personne du rapport y figure
   *[other] { $people } personnes du rapport y figurent
}{ $nobody ->
    [0] {""}
    [one] , et { $nobody } ligne ne concerne personne du rapport
   *[other] , et { $nobody } lignes ne concernent personne du rapport
}
summary-joined-nobody = Personne du rapport n’y figure.
summary-not-joined = Les personnes n’y figurent que par leur nom : cela ne suffit pas pour les reconnaître.
summary-list-warnings = { $count ->
    [one] { $count } chose à savoir sur les autres fichiers :
   *[other] { $count } choses à savoir sur les autres fichiers :
}
users-named = { $count ->
    [one] { $count } compte tient son nom de { $file }, et non du rapport.
   *[other] { $count } comptes tiennent leur nom de { $file }, et non du rapport.
}
users-named-several = { $files } fichiers

## Le filtre

filter-values-fact = tout, aucun
filter-values-technical = oui, non, inconnu
facet-team = Équipe
facet-manager = Responsable
facet-country = Pays
facet-language = Langue
facet-technical = Profil technique
value-technical = technique
value-not-technical = non technique
value-technical-unknown = non indiqué

## Ce que d’autres fichiers disent d’une personne
person-staff-list = Sur votre liste du personnel
person-fact = { $name } : { $value }
person-technical = profil technique
person-not-technical = profil non technique
person-learned = Sur Microsoft Learn ({ $count } ; ne compte pour rien)
person-learned-more = { $count ->
    [one] et 1 autre
   *[other] et { $count } autres
}
