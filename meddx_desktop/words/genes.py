"""Genes: phenotypes, what can't be said and why, and what is wrong with a VCF or a typed result."""

from meddx_desktop.words.mark import QT_TRANSLATE_NOOP

PHENOTYPES: dict[str, str] = {
    "Ultrarapid Metabolizer": QT_TRANSLATE_NOOP("words", "Ultrarapid metaboliser"),
    "Rapid Metabolizer": QT_TRANSLATE_NOOP("words", "Rapid metaboliser"),
    "Normal Metabolizer": QT_TRANSLATE_NOOP("words", "Normal metaboliser"),
    "Intermediate Metabolizer": QT_TRANSLATE_NOOP("words", "Intermediate metaboliser"),
    "Likely Intermediate Metabolizer": QT_TRANSLATE_NOOP(
        "words", "Likely intermediate metaboliser"
    ),
    "Possible Intermediate Metabolizer": QT_TRANSLATE_NOOP(
        "words", "Possible intermediate metaboliser"
    ),
    "Poor Metabolizer": QT_TRANSLATE_NOOP("words", "Poor metaboliser"),
    "Likely Poor Metabolizer": QT_TRANSLATE_NOOP("words", "Likely poor metaboliser"),
    "Increased Function": QT_TRANSLATE_NOOP("words", "Increased function"),
    "Normal Function": QT_TRANSLATE_NOOP("words", "Normal function"),
    "Possible Decreased Function": QT_TRANSLATE_NOOP("words", "Possibly decreased function"),
    "Decreased Function": QT_TRANSLATE_NOOP("words", "Decreased function"),
    "Poor Function": QT_TRANSLATE_NOOP("words", "Poor function"),
    "G6PD Normal": QT_TRANSLATE_NOOP("words", "G6PD normal"),
    "G6PD Variable": QT_TRANSLATE_NOOP("words", "G6PD variable: measure the activity"),
    "G6PD Deficient": QT_TRANSLATE_NOOP("words", "G6PD deficient"),
    "G6PD Deficient with CNSHA": QT_TRANSLATE_NOOP(
        "words", "G6PD deficient with chronic haemolysis"
    ),
    "gene_phenotype_open": QT_TRANSLATE_NOOP("words", "Phenotype not known"),
}
"""What the tables call a phenotype, in words."""

GENE_REASONS: dict[str, str] = {
    "gene_not_covered": QT_TRANSLATE_NOOP(
        "words",
        "{gene}: {count} place(s) are not in the file. A file that lists variants only does not say what was looked at, so they are unknown, not normal.",
    ),
    "gene_no_call": QT_TRANSLATE_NOOP(
        "words", "{gene}: at {count} place(s) the laboratory could not tell. They are unknown."
    ),
    "gene_filtered": QT_TRANSLATE_NOOP(
        "words", "{gene}: {count} place(s) failed the laboratory's filter. They are unknown."
    ),
    "gene_low_quality": QT_TRANSLATE_NOOP(
        "words", "{gene}: {count} place(s) were read with low quality. They are unknown."
    ),
    "gene_low_depth": QT_TRANSLATE_NOOP(
        "words", "{gene}: {count} place(s) were read too few times. They are unknown."
    ),
    "gene_unlisted_base": QT_TRANSLATE_NOOP(
        "words",
        "{gene}: at {count} place(s) stands a base that the tables do not know. They are unknown.",
    ),
    "gene_indel_unclear": QT_TRANSLATE_NOOP(
        "words",
        "{gene}: at {count} place(s) a piece is lost or added that can't be matched safely. They are unknown.",
    ),
    "gene_lines_disagree": QT_TRANSLATE_NOOP(
        "words", "{gene}: at {count} place(s) lines of the file contradict each other."
    ),
    "gene_ploidy": QT_TRANSLATE_NOOP(
        "words", "{gene}: the file has one chromosome where a person has two. Nothing is said."
    ),
    "gene_sex_contradicts": QT_TRANSLATE_NOOP(
        "words",
        "{gene}: the file does not fit the patient's sex. Check the sex and whether the file is of this patient.",
    ),
    "gene_sex_unknown": QT_TRANSLATE_NOOP(
        "words", "{gene} lies on the X chromosome. Enter the patient's sex and import again."
    ),
    "gene_unnamed": QT_TRANSLATE_NOOP(
        "words",
        "{gene}: no pair of named alleles explains what was found. Ask the laboratory for its reading.",
    ),
    "gene_phase_ambiguous": QT_TRANSLATE_NOOP(
        "words",
        "{gene}: the file does not say which variants lie on the same chromosome. Possible: {pairs}. They differ in effect, so nothing is chosen.",
    ),
    "gene_pairs_alike": QT_TRANSLATE_NOOP(
        "words", "{gene}: possible are {pairs}; all have the same effect."
    ),
    "gene_no_phenotype": QT_TRANSLATE_NOOP(
        "words", "{gene}: no checked table says what this pair of alleles does."
    ),
    "gene_differs": QT_TRANSLATE_NOOP(
        "words",
        "{gene}: an earlier result said otherwise ({earlier}). Check which one is of this patient.",
    ),
}

GENE_ERRORS: dict[str, str] = {
    "vcf_missing": QT_TRANSLATE_NOOP(
        "words", "This file is not there. Check the name, or whether the stick is still plugged in."
    ),
    "vcf_unreadable": QT_TRANSLATE_NOOP(
        "words",
        "This file can't be opened: it is a folder, or you may not read it. Copy it to your own folder and try again.",
    ),
    "vcf_too_large": QT_TRANSLATE_NOOP(
        "words",
        "This file is larger than {limit} GB. Ask the laboratory for a file with the genes that matter.",
    ),
    "vcf_unpacks_too_large": QT_TRANSLATE_NOOP(
        "words",
        "This file unpacks to far more than a VCF holds. It is damaged or made to harm; ask the laboratory for it again.",
    ),
    "vcf_not_vcf": QT_TRANSLATE_NOOP(
        "words", "This is no VCF. Choose the .vcf or .vcf.gz file of the laboratory."
    ),
    "vcf_binary": QT_TRANSLATE_NOOP(
        "words", "This is a BCF, the binary form. Ask the laboratory for .vcf or .vcf.gz."
    ),
    "vcf_header_invalid": QT_TRANSLATE_NOOP(
        "words", "The head of this VCF is broken. Ask the laboratory for the file again."
    ),
    "vcf_damaged": QT_TRANSLATE_NOOP(
        "words",
        "Line {line} of this VCF is broken, so nothing was taken from it. Ask the laboratory for the file again.",
    ),
    "vcf_line_too_long": QT_TRANSLATE_NOOP(
        "words",
        "A line of this VCF is too long. Ask the laboratory for a file with this patient alone.",
    ),
    "vcf_many_lines": QT_TRANSLATE_NOOP(
        "words",
        "More than {limit} lines of this VCF speak of the same few places. Ask the laboratory for the file again.",
    ),
    "vcf_no_calls": QT_TRANSLATE_NOOP(
        "words",
        "This VCF lists variants but nobody's genotype (no sample, or no GT). Ask the laboratory for the patient's own file.",
    ),
    "vcf_choose_sample": QT_TRANSLATE_NOOP(
        "words", "This VCF holds {count} persons. Choose which one is this patient."
    ),
    "vcf_sample_unknown": QT_TRANSLATE_NOOP(
        "words", "This VCF does not hold the chosen person. Choose one of those that it lists."
    ),
    "vcf_build_unknown": QT_TRANSLATE_NOOP(
        "words",
        "This VCF does not say that its positions are of GRCh37 or GRCh38. Ask the laboratory which build it is, and for a file that says so.",
    ),
    "vcf_build_contradicts": QT_TRANSLATE_NOOP(
        "words",
        "The head of this VCF speaks of GRCh37 and of GRCh38. Ask the laboratory for a file of one build.",
    ),
    "vcf_reference_mismatch": QT_TRANSLATE_NOOP(
        "words",
        "The bases in this VCF are not those of {build}, which it claims to be. Ask the laboratory for the file again.",
    ),
    "gene_unknown": QT_TRANSLATE_NOOP(
        "words", "The program knows nothing of this gene. Choose one from the list."
    ),
    "gene_nothing_typed": QT_TRANSLATE_NOOP(
        "words", "Enter the alleles or the phenotype that the report states."
    ),
    "gene_allele_unknown": QT_TRANSLATE_NOOP(
        "words", "{gene}: this allele is not in the tables. Choose one from the list."
    ),
    "gene_allele_count": QT_TRANSLATE_NOOP(
        "words", "{gene}: this patient has {count} allele(s) of it. Enter as many."
    ),
    "gene_sex_needed": QT_TRANSLATE_NOOP(
        "words", "{gene} lies on the X chromosome. Enter the patient's sex first."
    ),
    "gene_phenotype_unknown": QT_TRANSLATE_NOOP(
        "words", "{gene} has no such phenotype. Choose one from the list."
    ),
    "gene_phenotype_contradicts": QT_TRANSLATE_NOOP(
        "words",
        "{gene}: by the tables these alleles are: {phenotype}. Check the report and enter the alleles or the phenotype alone.",
    ),
    "gene_hla_twice": QT_TRANSLATE_NOOP(
        "words", "{gene}: one type stands there twice. Enter it once, positive or negative."
    ),
    "gene_patient_changed": QT_TRANSLATE_NOOP(
        "words", "The patient's sex was changed while the file was read. Import it again."
    ),
}
