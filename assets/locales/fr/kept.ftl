kept-no-folder = Il n’y a pas de dossier de données où conserver quoi que ce soit. Indiquez-en un dans SKILLDECK_DATA_DIR.
kept-newer = { $file } : une version plus récente de skilldeck a écrit ce fichier (schéma { $schema }). Mettez celle-ci à jour ; rien n’a été modifié.
kept-damaged = { $file } : ce qui y était conservé est incompréhensible ({ $reason }). À la prochaine modification, le fichier sera mis de côté sous .bad ; corrigez-le, ou continuez sans lui.
kept-io = { $file } : impossible d’y conserver ou d’y lire quoi que ce soit : { $reason }.
