cli-about-letters = Write a letter to each person: what only they can settle, their skills to confirm, or a renewal
cli-arg-user = One person: an e-mail address, an MCID or a name
cli-arg-kind = settle (what they can settle, the default), confirm (their list of skills) or renewal (what can be renewed free of charge)
cli-arg-letter-lang = All letters in this language: en, fr or de; otherwise each in the language that the staff list names for the person, else the report's
cli-arg-templates = Write the texts that come with the program to this folder, as a start for your own
cli-about-evidence = Gather what Microsoft Partner support asks for about one person, in a folder or a .zip
cli-arg-only-this-person = Instead of the whole files only their headings and the rows of this person

## Letters

letters-none = There is nobody to write to.
letters-to = To: { $to }
letters-subject = Subject: { $subject }
letters-to-nobody = no address
letters-written = { $count ->
    [one] One draft was written to { $folder }.
   *[other] { $count } drafts were written to { $folder }.
}
letters-without-address = { $count ->
    [one] One person has no address that a mail could go to:
   *[other] { $count } people have no address that a mail could go to:
} { $names }
letters-templates-written = The texts of the letters were written to { $folder }. What you change takes effect in the folder { $place }; leave out what you do not change.
letters-templates-nowhere = The texts of the letters were written to { $folder }.
letters-eml-output = Drafts are files: name a folder for them with -o FOLDER.
letters-eml-only = eml is a format of “skilldeck letters” alone.
letters-sheet = Letters
letters-no-address = There is no address that a mail could go to.
letters-mailto-too-long = The letter would make a link of { $length } characters, and mail programs take { $room }. Copy the text, or write a draft (.eml).

letters-problem = { $file }{ $place }: { $what }
letters-at-line = , line { $line }
letters-unreadable = it cannot be read: { $detail }
letters-syntax = it is no TOML: { $detail }
letters-schema = this program reads schema = 1.
letters-unknown-key = there is no such key.
letters-unknown-key-meant = there is no such key. Did you mean { $meant }?
letters-wants-text = a text belongs here: "…"
letters-wants-plural = two texts belong here: { "{" } one = "…", other = "…" { "}" }
letters-wants-texts = a list of texts belongs here: ["…", "…"]
letters-unknown-place = { $place } cannot be filled in here. There are { $known }.
letters-lone-brace = a brace has no other. A brace itself is written twice: { "{{" } or { "}}" }.

## One person

person-nobody = Nobody is called “{ $who }” in the report or the lists beside it. Give an e-mail address, an MCID or a name.
person-several = “{ $who }” may be any of these: { $names }. Give an e-mail address or an MCID.
