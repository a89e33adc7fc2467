people-menu-staff = Staff
people-menu-me = My data

people-staff = Staff
people-staff-lead = Your organisation's staff register. It comes from a file of the personnel system.
people-staff-who = Your organisation's coordinators see the register. Every look leaves a record that the person can see.
people-search = Search
people-search-label = Beginning of the last name, or the whole employee number
people-nobody = Nobody was found
people-nobody-do = Try a shorter beginning of the name, or import the staff from a file.
people-pages = Pages of the list
people-first-page = To the beginning
people-ended-on = ended { $day }
people-work = Employments
people-no-work = There are no employments.
people-period = Time
people-contact = Contact
people-private = Private contact
people-given = given
people-not-given = not known
people-yes = yes
people-no = no
people-supervision = Supervision
people-own-supervisor = Supervisor
people-leads = Leads the unit
people-person-who = Your organisation's coordinators and the person see this. Your look was recorded.
people-name = Name
people-education-secondary = secondary
people-education-higher = higher
people-education-other = other
people-position-employee = employee
people-position-supervisor = supervisor
people-position-expert = expert
people-position-physician = physician
people-position-corporate-support = corporate support

people-units = Units
people-units-lead = Open a unit when its service area, supervisor or roster closing day changes.
people-no-units = There are no units yet
people-no-units-do = Units are made when you import the staff from a file.
people-unit-supervisor = Supervisor of the unit
people-unit-supervisor-hint = The supervisor's employee number. Leave empty if the unit has none.
people-roster-day = day { $day } of the month
people-roster-hint = Day of the month, 1–31. Leave empty if the unit makes no duty rosters.
fault-people-no-such-number = Nobody has this employee number. Check it in the staff list.

people-import = Import staff from a file
people-import-lead = You see first what the file would change. Nothing is saved before you confirm.
people-file = File
people-file-hint = An Excel workbook (.xlsx) or CSV, at most 10 megabytes and 100,000 rows. The first row has the column headers.
people-whole = The file has the whole staff
people-whole-hint = The employment of those who are in the register but not in the file ends today.
people-read-file = Read the file
people-columns = Columns
people-columns-must = Required
people-columns-may = Optional
people-columns-other = Other columns are left out, for example the personal identity code. Their contents are not saved.
people-column-number = Employee number
people-column-first-name = First name
people-column-last-name = Last name
people-column-address = Work email
people-column-phone = Work phone
people-column-unit = Unit
people-column-parent = Parent unit
people-column-area = Service area
people-column-title = Title
people-column-education = Education level
people-column-position = Position
people-column-client-work = Client or patient work
people-column-starts = Start date
people-column-ends = End date
people-column-supervisor = Supervisor's employee number
people-column-leads = Is supervisor
people-column-roster-day = Roster closes
people-import-place = Row { $line }, { $column }
people-unreadable-too-large = The file is too large. It may have at most 10 megabytes, and at most 100 megabytes unpacked.
people-unreadable-rows = The sheet has too many rows. There may be at most 100,000. Remove what is left below the empty rows, or split the file.
people-unreadable-columns = The sheet has too many columns. There may be at most 200. Remove what is left far to the right.
people-unreadable-old = The file is in the old Excel format (.xls). Save it as .xlsx and import it again.
people-unreadable-unknown = The file is neither an Excel workbook nor CSV text. Choose another file.
people-unreadable-empty = There is nobody in the file. Choose a file with a header row and the people under it.
people-unreadable-missing = The first row lacks a header: { $columns }. Add the missing headers and import the file again.
people-unreadable-twice = A column is in the file twice: { $columns }. Remove one and import the file again.
people-unreadable-broken = The file cannot be read because its structure is broken. Open it in a spreadsheet program, save it again and then import it.

people-preview = What the file changes
people-preview-lead = Nothing has been saved yet. Check the changes and confirm.
people-kind-new = { $n ->
    [one] new
   *[other] new
}
people-kind-updated = { $n ->
    [one] changes
   *[other] change
}
people-kind-ended = { $n ->
    [one] ends
   *[other] end
}
people-kind-unchanged = { $n ->
    [one] as before
   *[other] as before
}
people-kind-units = { $n ->
    [one] unit new or changed
   *[other] units new or changed
}
people-one-new = New
people-one-updated = Changes
people-one-ended = Ends
people-changes = changes: { $columns }
people-dropped = These columns were left out
people-dropped-why = They are not needed, and their contents were not saved.
people-unnamed-column = column without a name
people-whole-says = { $n ->
    [one] The employment of one person ends, because they are not in the file or the file says it has ended.
   *[other] The employment of { $n } people ends, because they are not in the file or the file says it has ended.
}
people-nothing-changes = The file changes nothing. The register is already up to date.
people-first-rows = The first changes
people-waits-until = The file waits to be confirmed until { $moment }. After that it is forgotten.
people-confirm = Confirm and save the changes
people-remove = Discard the file
people-faulty = Rows to mend
people-faulty-lead = { $n ->
    [one] The file has one fault. Nothing was saved. Mend the file and import it again.
   *[other] The file has { $n } faults. Nothing was saved. Mend the file and import it again.
}
people-row = Row
people-row-n = Row { $line }
people-column = Column
people-reason = What to mend
people-more-faults = { $n ->
    [one] There is one more fault.
   *[other] There are { $n } more faults.
}
people-why-missing = This is missing. Fill it in.
people-why-too-long = The text is too long. Shorten it.
people-why-unprintable = The text has characters that cannot be shown. Write it again.
people-why-identity-code = This looks like a personal identity code. Identity codes are not saved; remove it from the file.
people-why-day = Write the date like this: 4.12.2026.
people-why-address = The email address has a wrong form. Write it like this: name@example.fi.
people-why-education = The education level was not recognised. Write secondary, higher or other.
people-why-position = The position was not recognised. Write employee, supervisor, expert, physician or corporate support.
people-why-yes-no = Write yes or no.
people-why-roster-day = Write a day of the month between 1 and 31.
people-why-twice = The same is already on row { $line }. Everyone may be in the file only once.
people-why-ends-before-start = The employment would end before it starts. Check the dates.
people-why-unit-otherwise = Row { $line } says otherwise of the same unit. Make the rows agree.
people-why-circle = The unit would stand above itself. Check the parent units.
people-why-unknown-supervisor = Nobody has this employee number, neither in the file nor in the register.
people-why-two-supervisors = The unit has another supervisor already on row { $line }. A unit can have only one.
people-import-faulty = The file has faults, so it cannot be saved. Mend the file and import it again.
done-people-imported = The staff register is up to date.
done-people-removed = The file was discarded. Nothing was changed.
done-people-look-again = The register has changed meanwhile. Check the new preview and then confirm.

people-me = My data
people-me-lead = What is kept of you, who sees it and who has looked.
people-me-nothing = No organisation's staff register has anything about you.
people-no-end = until further notice
people-put-right = This comes from your employer's system. If something is wrong, tell your supervisor or personnel services.
people-next = Next
people-asked = Give a private address before your work address ends
people-asked-why = This way you can be reached about the coaching also after your employment has ended.
people-give-contact = Give contact details
people-private-why = A message is sent here if your work address is no longer in use. Giving them is up to you.
people-private-address = Private email
people-private-phone = Private phone
people-private-who = Only you see these. The system uses them to send messages.
people-can-see = Who sees this
people-you = You
people-seat-participant = The participants
people-seat-supervisor = The supervisors of your organisation
people-seat-coach = The coaches of your organisation
people-seat-coordinator = The coordinators of your organisation
people-seat-provider = The service provider
people-seat-committee = The personnel committee
people-seat-admin = The administrator
people-purpose-own-affairs = own affairs
people-purpose-selection = selection to the service
people-purpose-coaching = coaching
people-purpose-supervision = supervision
people-purpose-service-delivery = delivery of the service
people-purpose-administration = administration
people-purpose-staff-register = keeping the staff register
people-purpose-continuity = change of coach, decided by two persons
people-looked = Who has looked at my data
people-looked-times = { $n ->
    [one] once
   *[other] { $n } times
}
people-to-path = My path: own applications and coaching
people-nobody-looked = Nobody else has looked at your data.
people-somebody = a user who has left
fault-people-address = Write the email address like this: name@example.fi
fault-people-phone = Write the phone number like this: 040 123 4567
people-me-signin = Password, authenticator app and sessions
people-told-account = Your account
people-told-language = Language
people-me-data = Download my data, or ask for rectification or erasure
people-staff-retention = Keeping of data and requests
