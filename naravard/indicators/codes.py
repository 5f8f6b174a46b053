"""Lists of ICD-10-SE codes, matched from the beginning of a code (pure).

Reviewed by: nobody yet. Each list says where it comes from; those to verify wait for
the technical appendix of the measure's owner.
"""

# Påverkbar slutenvård: OECD HCQO 2020–21, adapted; to verify with Socialstyrelsen.
HEART_FAILURE = ("I110", "I130", "I132", "I50")
ASTHMA = ("J45", "J46")
COPD = ("J41", "J42", "J43", "J44", "J47")
BRONCHITIS = ("J40",)  # counts only with COPD_BESIDE among the other diagnoses
COPD_BESIDE = ("J41", "J43", "J44", "J47")
DIABETES = ("E10", "E11", "E12", "E13", "E14")
CHRONIC = (*HEART_FAILURE, *ASTHMA, *COPD, *DIABETES)

# What OECD leaves out of its avoidable stays: HCQO 2020–21, as far as it was readable;
# to verify. Childbirth for all, and malformed airways for asthma and COPD.
PREGNANCY = ("O",)
MALFORMED_AIRWAYS = ("E84", "P27", "Q254", "Q31", "Q32", "Q33", "Q34", "Q39")

# Undvikbar slutenvård: the thirteen conditions of Öppna jämförelser; codes to verify.
AVOIDABLE = {
    "anemi": ("D501", "D508", "D509"),
    "astma": ASTHMA,
    "diabetes": tuple(
        f"{kind}{digit}"
        for kind, first in (("E10", 1), ("E11", 0), ("E13", 0), ("E14", 0))
        for digit in range(first, 9)
    ),
    "hjärtsvikt": ("I110", "I50", "J81"),
    "högt blodtryck": ("I10", "I119"),
    "KOL": COPD,
    "blödande magsår": tuple(
        f"{kind}{digit}"
        for kind in ("K25", "K26", "K27", "K28")
        for digit in (0, 1, 2, 4, 5, 6)
    ),
    "diarré och vätskebrist": ("E86", "K522", "K528", "K529"),
    "epileptiska krampanfall": ("O15", "G40", "G41", "R56"),
    "inflammation i kvinnliga bäckenorgan": ("N70", "N73", "N74"),
    "njurbäckeninflammation": ("N390", "N10", "N11", "N12", "N136"),
    "öron-, näs- och halsinfektion": ("H66", "H67", "J02", "J03", "J06", "J312"),
}
ANGINA = ("I20", "I240", "I248", "I249")  # not with a surgical procedure
LOWER_AIRWAY_INFECTION = ("J20",)  # counts only with COPD among the other diagnoses

# Fall: yttre orsak W00–W19.
FALLS = tuple(f"W{number:02d}" for number in range(20))

DOCTOR = (
    "läkare",
    "lakare",
    "allmänläkare",
    "specialistläkare",
    "st-läkare",
    "at-läkare",
    "bt-läkare",
    "doctor",
)
# Professions licensed by Socialstyrelsen that judge new problems in primary care.
LICENSED = (
    *DOCTOR,
    "sjuksköterska",
    "sjukskoterska",
    "specialistsjuksköterska",
    "distriktssköterska",
    "distriktsskoterska",
    "fysioterapeut",
    "sjukgymnast",
    "arbetsterapeut",
    "psykolog",
    "barnmorska",
    "dietist",
    "kurator",
    "logoped",
    "nurse",
)

# What the lake's table `risk` calls the living habits; all else are risks of care.
LIVING_HABITS = ("tobak", "alkohol", "fysisk_aktivitet", "matvanor")

# What Kolada's U21401 does not count: home nursing, alarms and meals on wheels.
HOME_NURSING = ("hemsjukvard", "hemsjukvård")
NOT_CARE = ("larm", "trygghetslarm", "matdistribution", "matleverans", "matlåda")
