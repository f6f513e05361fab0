cli-about-entered = Afficher et modifier ce que vous avez saisi sur l’entreprise : parcours, dates anniversaires, chiffres du portail, règles personnelles
cli-arg-set = Définir quelque chose : track=smb, moved=2021-03-01, held=cloud-platform/gold:2021-09-30, portal=data-ai:skilling-intermediate=28@2026-09-10, external=ana@contoso.example:psm-i, not-same=ana@contoso.example,8000015 ; répétable
cli-arg-unset = Annuler une saisie : track, moved, held=cloud-platform/gold, portal=data-ai, portal=data-ai:skilling-intermediate, rule=own-1 ; répétable
cli-arg-tick = Le critère de performance du niveau PATH est rempli : cloud-platform/azure-consumption/gold ; répétable
cli-arg-untick = Revenir sur ce point ; répétable
cli-arg-rule = Une règle personnelle : "cloud-platform/gold = 4 of relevant" ou "cloud-platform/gold = 4 of AZ-104, AZ-305 from 2026-01-01 to 2026-12-31" ; répétable

entered-no-state = Avec --no-state, rien n’est conservé. Retirez cette option pour modifier quelque chose.

entered-wrong-key = « { $typed } » ne peut pas être défini. Il y a : { $valid }.
entered-wrong-form = « { $typed } » n’a pas la forme attendue. Par exemple : { $valid }
entered-wrong-date = « { $typed } » n’est pas une date. Écrivez-la comme { $valid }.
entered-wrong-number = « { $typed } » n’est pas un nombre de points. Par exemple : { $valid }
entered-wrong-yes-no = « { $typed } » n’est ni l’un ni l’autre. Valeurs possibles : { $valid }.
entered-wrong-track = Il n’y a pas de parcours « { $typed } ». Il y a : { $valid }.
entered-wrong-level = Il n’y a pas de niveau « { $typed } ». Il y a : { $valid }.
entered-wrong-level-missing = Quel niveau de « { $typed } » ? Écrivez { $valid }.
entered-wrong-level-too-many = Une désignation n’a pas de niveau. Écrivez { $valid } seul.
entered-wrong-metric = Le portail n’a pas d’indicateur « { $typed } ». Il y a : { $valid }.
entered-wrong-metric-not-there = Cette désignation n’accorde pas de points pour { $typed }. Elle en accorde pour : { $valid }.
entered-wrong-points = { $typed } points, c’est impossible ici. Valeurs possibles : { $valid }.
entered-wrong-count = « { $typed } » n’est pas un nombre de personnes. Valeurs possibles : { $valid }.
entered-wrong-competency = Il n’y a pas de compétence « { $typed } ». Par exemple : { $valid }.
entered-wrong-designation = Il n’y a pas de désignation « { $typed } ». Il y a : { $valid }.
entered-wrong-held = Il n’y a ni compétence ni désignation « { $typed } ». Par exemple : { $valid }.
entered-wrong-credential = Il n’y a ni examen, ni certification, ni évaluation « { $typed } ». Par exemple : { $valid }.
entered-wrong-credentials = Rien n’est connu de « { $typed } ». Nommez au moins un examen, une certification ou une évaluation, par exemple { $valid }.
entered-wrong-path = « { $typed } » n’est pas un niveau où cocher quelque chose. Par exemple : { $valid }.
entered-wrong-period = { $typed } : la règle finit avant de commencer.
entered-wrong-rule = Il n’y a pas de règle « { $typed } ». Il y a : { $valid }.
entered-wrong-same-person = « { $typed } » est nommé deux fois. Nommez deux personnes par leur adresse e-mail ou leur MCID.

entered-column-what = QUOI
entered-column-value = VALEUR
entered-column-note = REMARQUE
entered-where = { $company } · conservé dans { $file }
entered-not-kept = { $company } · rien n’est conservé (--no-state)
entered-nothing = Rien n’a encore été saisi. Par exemple : skilldeck entered FICHIER --set { $example }
entered-note-history = d’après l’historique, ligne { $row }
entered-note-config = d’après le fichier de configuration
entered-note-not-in-report = absent de ce rapport
entered-note-now = remplace la date de l’historique
entered-note-suspected = peut-être une seule personne
