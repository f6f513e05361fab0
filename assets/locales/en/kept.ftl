kept-no-folder = There is no data folder where anything could be kept. Set SKILLDECK_DATA_DIR to a folder of your own.
kept-newer = { $file }: a newer version of skilldeck wrote this (schema { $schema }). Update this one; nothing was changed.
kept-damaged = { $file }: what was kept there is not understood ({ $reason }). At the next change the file is set aside as .bad; put it right, or go on without it.
kept-io = { $file }: nothing can be kept there or read: { $reason }.
