"""Protects: whoever a header names is looked for everywhere, and ordinary words are not."""

from pydicom.dataset import Dataset

from meddx_desktop.core.privacy.dicom_known import Identity, gather


def _decode(value, _declared):
    return value.decode("utf-8")


def test_names_numbers_and_places_are_gathered_at_any_depth():
    inner, outer = Dataset(), Dataset()
    inner.PerformingPhysicianName = "Brown^Ann"
    outer.PatientName, outer.PatientID = "Zhang^San=张三", "P-1"
    outer.InstitutionName = "Oakhill"
    outer.RequestAttributesSequence = [inner]
    found = gather(outer, _decode, more=Identity(("Okafor",)))
    assert found.names == ("Okafor", "Zhang^San", "张三", "Brown^Ann")
    assert found.numbers == ("P-1",) and found.places == ("Oakhill",)


def test_what_tells_and_what_does_not():
    who = Identity(("Zhang^San", "欧阳建国"), ("12345678",), ("Oakhill",))
    assert who.tells("seen at OAKHILL") and who.tells("Zhang San") and who.tells("13812345678")
    assert not who.tells("ACME 3000")
    assert who.in_code("ZHANG_1") and who.in_code("12345678") and not who.in_code("1234")


def test_bytes_in_every_writing_of_letters():
    who = Identity(("Zhang^San", "欧阳建国"))
    for text in ("xx ZHANG", "欧阳建国"):
        for encoding in ("utf-8", "gb18030", "utf-16-le", "utf-16-be"):
            assert who.in_bytes(b"\0\1" + text.encode(encoding)), (text, encoding)
    others = Identity(("김철수", "山田太郎", "Müllerström", "Иванов", "張三豐"))
    for text, encoding in (
        ("김철수", "euc_kr"),
        ("山田太郎", "shift_jis"),
        ("Müllerström", "latin-1"),
        ("Иванов", "iso8859_5"),
        ("張三豐", "big5"),
        ("Иванов", "utf-32-le"),
    ):
        assert others.in_bytes(b"\0" + text.encode(encoding)), encoding
    assert not who.in_bytes(b"\0\1\2 CHEST")


def test_short_names_and_numbers_forbid_no_codes():
    who = Identity(("Li^Pa", "L"), ("1", "120"))
    assert who.words() == ()
    assert not who.in_code("PA") and not who.in_code("120")


def test_short_names_and_split_numbers_are_known_in_text():
    who = Identity(("Li^Na", "An^Bo"), ("P7654321",))
    for text in ("Li Na", "NA, LI", "na_li", "anbo", "P76 54321", "no. 765 4321"):
        assert who.spelt(text), text
    long = Identity(("Zhangsanfeng^Kuo",))
    assert long.spelt("zhang san feng") and long.spelt("gnefnasgnahz")
    for text in ("Linear", "Banana", "ACME 3000", "76543"):
        assert not who.spelt(text), text


def test_nothing_of_it_is_shown_in_a_log():
    assert "Zhang" not in repr(Identity(("Zhang",)))
