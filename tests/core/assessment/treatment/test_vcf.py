"""Protects: a file from outside is read within its limits or refused with a code, never half."""

import gzip
import zlib

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from meddx_desktop.core.assessment.treatment import gene_places, vcf
from meddx_desktop.core.assessment.treatment.knowledge_genes import gene_tables
from meddx_desktop.core.assessment.treatment.vcf_header import LENGTHS, build_of, chromosome
from meddx_desktop.core.errors import UnreadableResults
from meddx_desktop.core.jobs import JobCancelled, JobContext
from tests.core.assessment.treatment import made_vcf

WINDOWS = gene_places.windows([one for one in gene_tables().values() if one.places])
PLACE = gene_tables()["VKORC1"].places[0]
LINE = made_vcf.line(PLACE, 1)
AFTER = made_vcf.line(gene_tables()["CYP2C19"].places[0], 0)


def read(folder, content, **more):
    path = folder / "a.vcf"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return vcf.read_calls(path, WINDOWS, **more)


def refused(folder, content, **more):
    with pytest.raises(UnreadableResults) as caught:
        read(folder, content, **more)
    return caught.value.code


def bgzip(content):
    """Several gzip members one after the other, the last one empty, as bgzip writes them."""
    parts = [content[i : i + 500] for i in range(0, len(content), 500)]
    return b"".join(gzip.compress(part) for part in (*parts, b""))


@pytest.mark.parametrize("pack", [lambda text: text, gzip.compress, bgzip])
def test_plain_and_packed_files_are_read_alike(tmp_path, pack):
    found = read(tmp_path, pack(made_vcf.text([LINE, AFTER]).encode()))
    assert (found.build, found.sample, len(found.calls)) == ("GRCh38", "S1", 2)
    assert found.calls[0].haplotypes == (0, 1)


def test_lines_end_as_on_windows(tmp_path):
    found = read(tmp_path, made_vcf.text([LINE]).replace("\n", "\r\n"))
    assert found.sample == "S1" and len(found.calls) == 1


@pytest.mark.parametrize("build", list(LENGTHS))
def test_the_build_is_known_by_lengths_or_by_its_name(build):
    one = f"##contig=<ID=chr10,length={LENGTHS[build]['10']}>"
    assert build_of([one]) == build
    named = {"GRCh37": "file:///ref/hg19.fa", "GRCh38": "/x/Homo_sapiens_assembly38_GRCh38.fa"}
    assert build_of([f"##reference={named[build]}"]) == build
    assert build_of([f"##contig=<ID=10,assembly={build}>"]) == build


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        ([], "vcf_build_unknown"),
        (["##contig=<ID=chr10,length=5>"], "vcf_build_unknown"),
        (["##reference=chm13v2.fa"], "vcf_build_unknown"),
        (
            [f"##contig=<ID=10,length={LENGTHS['GRCh38']['10']}>", "##contig=<ID=X,length=9>"],
            "vcf_build_unknown",
        ),
        (
            [f"##contig=<ID=10,length={LENGTHS['GRCh37']['10']}>", "##reference=hg38.fa"],
            "vcf_build_contradicts",
        ),
    ],
)
def test_another_or_an_unclear_build_is_refused(lines, code):
    with pytest.raises(UnreadableResults, match=code):
        build_of(lines)


def test_chromosomes_have_one_name():
    assert [chromosome(one) for one in ("chr10", "10", "NC_000010.11")] == ["10"] * 3
    assert chromosome("NC_000023.10") == chromosome("chrX") == "X"


def test_of_several_persons_one_must_be_chosen(tmp_path):
    lines = [LINE + "\t1/1:99:30"]
    content = made_vcf.text(lines, samples=("A", "B"))
    assert refused(tmp_path, content) == "vcf_choose_sample"
    assert refused(tmp_path, content, sample="C") == "vcf_sample_unknown"
    assert read(tmp_path, content, sample="B").calls[0].haplotypes == (1, 1)
    assert vcf.read_header(tmp_path / "a.vcf").samples == ("A", "B")


HEAD = "\n".join(made_vcf.head()[:-1])


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("", "vcf_not_vcf"),
        ("Dear colleague,\n", "vcf_not_vcf"),
        (b"BCF\x02\x02", "vcf_binary"),
        (gzip.compress(b"BCF\x02\x02", mtime=0), "vcf_binary"),
        (b"\x1f\x8bnot packed at all", "vcf_damaged"),
        (HEAD + "\n", "vcf_header_invalid"),
        (HEAD + "\nchr1\t1\n", "vcf_header_invalid"),
        (HEAD + "\n#CHROM\tPOS\n", "vcf_header_invalid"),
        (HEAD + "\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n", "vcf_no_calls"),
        (HEAD + "\n" + made_vcf.COLUMNS + "\n", "vcf_no_calls"),
        (HEAD + "\n" + made_vcf.COLUMNS + "\tA\tA\n", "vcf_header_invalid"),
        (made_vcf.text([LINE.replace("GT:GQ", "XX:GQ")]), "vcf_no_calls"),
        (made_vcf.text(["chr1"]), "vcf_damaged"),
        (made_vcf.text([LINE.rsplit("\t", 1)[0]]), "vcf_damaged"),
        (made_vcf.text([LINE.replace("0/1:", "0/7:")]), "vcf_damaged"),
        (made_vcf.text([LINE.replace("0/1:", "one:")]), "vcf_damaged"),
        (made_vcf.text(["chr16\t-5\t.\tA\tC\t.\t.\t.\tGT\t0/1"]), "vcf_damaged"),
        (made_vcf.text(["chr16\t" + "9" * 40 + "\t.\tA\tC\t.\t.\t.\tGT\t0/1"]), "vcf_damaged"),
        (made_vcf.text([LINE.replace("\tC\t", "\t<X>\t")]), "vcf_damaged"),
    ],
)
def test_what_is_no_whole_vcf_is_refused_with_its_reason(tmp_path, content, code):
    assert refused(tmp_path, content) == code


def test_a_packed_file_that_was_cut_is_refused(tmp_path):
    packed = gzip.compress(made_vcf.text([LINE, AFTER] * 50).encode())
    assert refused(tmp_path, packed[:-20]) == "vcf_damaged"


def test_no_file_a_folder_and_a_huge_one(tmp_path, monkeypatch):
    for path, code in ((tmp_path / "b.vcf", "vcf_missing"), (tmp_path, "vcf_unreadable")):
        with pytest.raises(UnreadableResults, match=code):
            vcf.read_calls(path, WINDOWS)
    monkeypatch.setattr(vcf, "MOST_FILE_BYTES", 10)
    assert refused(tmp_path, made_vcf.text([LINE])) == "vcf_too_large"


def test_a_file_that_unpacks_without_end_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(vcf, "FREE_BYTES", 2**16)
    line = "chr2\t5\t.\tA\tC\t.\t.\t" + "A" * 2**15 + "\tGT\t0/1"
    bomb = zlib.compressobj(wbits=31)
    content = bomb.compress(made_vcf.text([line] * 1500).encode()) + bomb.flush()
    assert refused(tmp_path, content) == "vcf_unpacks_too_large"


def test_lines_heads_and_repeats_have_limits(tmp_path, monkeypatch):
    long = made_vcf.text([LINE + "\tX" * 2**19])
    assert refused(tmp_path, long) == "vcf_line_too_long"
    many = made_vcf.text([], more=["##x=y"] * (vcf.MOST_HEAD_LINES + 1))
    assert refused(tmp_path, many) == "vcf_header_invalid"
    monkeypatch.setattr(vcf, "MOST_CALLS", 5)
    assert refused(tmp_path, made_vcf.text([LINE] * 6)) == "vcf_many_lines"


def test_reading_can_be_cancelled(tmp_path, monkeypatch):
    monkeypatch.setattr(vcf, "_LOOK_EVERY", 1)
    context = JobContext()
    context.cancel()
    with pytest.raises(JobCancelled):
        read(tmp_path, made_vcf.text([LINE]), context=context)


def test_a_block_that_began_long_before_is_kept(tmp_path):
    at = PLACE.at["GRCh38"]
    found = read(tmp_path, made_vcf.text([made_vcf.block("16", at - 90_000, at + 10, "A")]))
    assert found.calls[0].end == at + 10


def test_a_lost_piece_with_an_end_is_no_block(tmp_path):
    at = PLACE.at["GRCh38"] - 10
    line = f"chr16\t{at}\t.\tA\t<DEL>\t.\tPASS\tEND={at + 500}\tGT\t0/1"
    assert read(tmp_path, made_vcf.text([line])).calls == ()


PIECES = st.sampled_from(
    ["chr16", "X", "31096368", "C", "T", "<NON_REF>", ".", "PASS", "END=1", "GT", "0/1", "1|2",
     "GT:GQ:DP", "0/1:99:3", "./.", "", "-1", "é", "1" * 12, "##fileformat=VCF", "\x00"]
)  # fmt: skip
LINES = st.lists(st.lists(PIECES, max_size=12).map("\t".join), max_size=6)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(LINES, st.booleans())
def test_whatever_stands_in_the_lines_is_read_or_refused(tmp_path_factory, lines, is_packed):
    folder = tmp_path_factory.mktemp("fuzz")
    content = made_vcf.text(lines).encode()
    try:
        found = read(folder, gzip.compress(content) if is_packed else content)
    except UnreadableResults:
        return
    for table in gene_tables().values():
        if table.places:
            try:
                gene_places.look(table, found.calls, found.build)
            except UnreadableResults as error:
                assert error.code == "vcf_reference_mismatch"


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_a_file_with_changed_bytes_is_read_or_refused(tmp_path_factory, data):
    content = bytearray(gzip.compress(made_vcf.text([LINE, AFTER]).encode(), mtime=0))
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(content) - 1))
        content[at] = data.draw(st.integers(0, 255))
    folder = tmp_path_factory.mktemp("bytes")
    try:
        read(folder, bytes(content))
    except UnreadableResults as error:
        assert error.code.startswith("vcf_")
