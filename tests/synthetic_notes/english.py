"""English notes: forms of an emergency department, letters, progress notes, discharge summaries."""

from tests.synthetic_notes.build import Note

COMPLAINTS = (
    "cough and fever",
    "chest pain",
    "a fall at home",
    "abdominal pain",
    "shortness of breath",
    "headache",
    "ankle swelling",
)
STAYS = (
    "BP 120/80",
    "BP 138/92 mmHg",
    "HR 72",
    "T 36.5",
    "SpO2 97%",
    "RR 18",
    "GCS 15/15",
    "WBC 12.5",
    "Hb 132 g/L",
    "Na 140, K 4.2",
    "creatinine 88 umol/L",
    "metformin 500 mg bid",
    "amoxicillin 500 mg every 8 hours for 7 days",
    "paracetamol 1 g qid",
    "J18.9",
    "I10",
    "E11.65",
    "power 5/5",
    "pain 7/10",
    "L4/5 disc",
    "T12-L1",
    "EF 55-60%",
    "1/2 tablet",
    "2-3 times a day",
    "10x10 cm",
    "pH 7.35",
    "weight 72.5 kg",
    "aged 45",
    "a 67-year-old",
    "HbA1c 7.2%",
    "INR 2-3",
    "troponin 0.04 ng/mL",
    "Parkinson disease",
    "Crohn disease",
    "Foley catheter",
    "Glasgow Coma Scale",
    "Murphy sign negative",
    "24/7",
    "CD4 350",
    "platelets 250,000",
    "lot of pain",
    "vitamin B12 1000 mcg",
    "ICD J45.909",
    "stage 3B",
    "grade 2/6 murmur",
    "D-dimer 0.4",
    "40 pack years",
    "follow up in 2 weeks",
    "C5-C6",
    "Hepatitis B",
)


def note(world):
    """One note."""
    first, last = world.english()
    staff = world.english()
    made = Note("en", (f"{last}^{first}",), (f"{staff[0]} {staff[1]}",))
    world.pick(_form, _letter, _progress, _summary, _bare)(made, world, (first, last), staff)
    return made


def _name(world, first, last):
    return world.pick(
        f"{first} {last}",
        f"{last}, {first}",
        f"{first.upper()} {last.upper()}",
        f"{first} {world.pick('A', 'J', 'M')}. {last}",
        f"{first[0]}. {last}",
    )


def _stay(made, world, count=2):
    for place in range(count):
        made.keep(world.one(STAYS)).add(". " if place == count - 1 else ", ")


def _form(made, world, who, staff):
    first, last = who
    born = world.day(1932, 2015)
    made.add(world.pick("Patient name: ", "Name: ", "PATIENT: ", "Pt name: ")).put(
        "name", _name(world, first, last), known=True
    )
    made.add(world.pick("\n", "   ")).add(
        world.pick("MRN: ", "MRN ", "Hospital No: ", "Medical record number: ")
    ).put("record_number", world.digits(8))
    made.add("\n" + world.pick("DOB: ", "Date of birth: ", "D.O.B. ")).put(
        "date", f"{born:%m/%d/%Y}"
    )
    made.add("\nSex: " + world.pick("F", "M") + "\nAddress: ").put(
        "address", world.english_address()
    )
    made.add("\n" + world.pick("Phone: ", "Tel: ", "Mobile: ", "Contact number ")).put(
        "phone", world.english_phone()
    )
    made.add("\n" + world.pick("Email: ", "e-mail ")).put("email", world.email(last))
    if world.pick(True, False):
        made.add(
            "\n" + world.pick("Insurance number: ", "Policy number: ", "Medicare number: ", "SSN: ")
        )
        made.put("insurance", f"{world.digits(3)}-{world.digits(2)}-{world.digits(4)}")
    if world.pick(True, False):
        made.add("\nPassport no: ").put("passport", world.pick("C", "L", "N") + world.digits(8))
    other = world.english()
    made.add("\n" + world.pick("Next of kin: ", "Emergency contact: ")).put(
        "name", " ".join(other)
    ).add(", ").put("phone", world.english_phone())
    made.add(f"\n\nComplaint: {world.one(COMPLAINTS).split('|')[0]}. ")
    _stay(made, world, 3)
    made.add("\n" + world.pick("Electronically signed by: ", "Signed: ", "Attending: ")).put(
        "name", " ".join(staff), known=True
    )
    made.add(world.pick(", MD", " RN", "")).add(" on ").put(
        "date", world.english_date(world.day(2015))
    )
    made.add("\n")


def _letter(made, world, who, staff):
    first, last = who
    title = world.pick("Mr", "Mrs", "Ms", "Mr.", "Mrs.")
    gp = world.english()
    made.put("organisation", world.one(_hospitals())).add("\n").put(
        "address", world.english_address()
    ).add("\n")
    made.put("date", world.english_date(world.day(2015))).add("\n\nDear Dr. ").put(
        "name", gp[1]
    ).add(",\n\nRe: ")
    made.put("name", f"{first} {last}", known=True).add(", DOB ").put(
        "date", f"{world.day(1932, 2010):%d/%m/%Y}"
    )
    made.add(f"\n\nThank you for referring {title} ").put("name", last, known=True)
    made.add(f", who came with {world.one(COMPLAINTS)} since ").put(
        "date", world.english_date(world.day(2018))
    )
    made.add(". ")
    _stay(made, world, 3)
    made.add("Please call ").put("phone", world.english_phone()).add(" or see ").put(
        "url",
        f"https://www.{world.pick('riverside', 'stcath')}.example.org/results/{world.digits(5)}",
    )
    made.add(".\n\nYours sincerely,\n\n").put("name", " ".join(staff), known=True).add(
        "\nConsultant\ncc: "
    ).put("name", f"{gp[0]} {gp[1]}").add("\n")


def _progress(made, world, who, staff):
    first, last = who
    made.put("date", f"{world.day(2015):%Y-%m-%d}").add(" 14:30 Progress note\n")
    made.put("name", f"{first} {last}", known=True).add(
        f" is a {world.draw.randrange(2, 89)}-year-old with {world.one(COMPLAINTS)}. "
    )
    _stay(made, world, 2)
    made.add("Discussed with Dr. ").put("name", world.english()[1]).add(" and the daughter, ")
    made.put("name", " ".join(world.english())).add(". ")
    made.put("name", last, known=True).add(" was reviewed by Nurse ").put(
        "name", world.english()[1]
    ).add(". ")
    _stay(made, world, 2)
    made.add("Transferred from ").put("organisation", world.one(_hospitals())).add(" on ")
    made.put("date", world.english_date(world.day(2018))).add(".\nDictated by: ").put(
        "name", " ".join(staff), known=True
    ).add("\n")


def _summary(made, world, who, staff):
    first, last = who
    old = world.draw.randrange(90, 104)
    made.add("DISCHARGE SUMMARY\nPatient: ").put("name", f"{last}, {first}", known=True).add(
        "  Accession no. "
    ).put("record_number", f"A{world.digits(7)}")
    made.add("\nAdmitted: ").put("date", f"{world.day(2016):%m/%d/%Y}").add("  Discharged: ").put(
        "date", f"{world.day(2016):%m/%d/%Y}"
    )
    made.add("\nHistory: This ").put("age", str(old)).add(
        world.pick("-year-old", " year old", " y/o", " yo")
    ).add(f" woman came with {world.one(COMPLAINTS)}. ")
    _stay(made, world, 4)
    made.add("She lives at ").put("address", world.english_address()).add(
        " with her husband. She was first seen at "
    )
    made.put("organisation", world.one(_hospitals())).add(" in ").put(
        "date", world.one(("March", "July", "October")) + f" {world.draw.randrange(2005, 2023)}"
    )
    made.add(". Past: pneumonia in 2015. ")
    _stay(made, world, 2)
    made.add("\n").put("name", " ".join(staff), known=True).add(", MD\nFax: ").put(
        "phone", world.english_phone()
    ).add("\n")


def _bare(made, world, who, staff):
    first, last = who
    made.add(f"{world.one(COMPLAINTS).capitalize()} for 3 days. ")
    _stay(made, world, 3)
    made.add("Told ").put(
        "name", world.pick(first, last, f"{first} {last}", f"{last.upper()}"), known=True
    ).add(" to return if worse. NHS number ")
    made.put("record_number", f"{world.digits(3)} {world.digits(3)} {world.digits(4)}").add(
        ". Seen on "
    ).put("date", world.english_date(world.day(2018)))
    made.add(" by ").put("name", f"Dr {staff[1]}", known=True).add(". Mail ").put(
        "email", world.email(first)
    ).add(". ")
    _stay(made, world, 3)


def _hospitals():
    from tests.synthetic_notes.people import HOSPITALS

    return HOSPITALS
