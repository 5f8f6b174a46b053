"""FHIR's types: what each is in SQL, and which elements come in several (pure).

Source: FHIR R4 (4.0.1), the datatypes page and the elements written `name[x]`.
"""

from naravard.indicators.views.tree import Kind

JSON = "JSON"
SQL_TYPES = {
    "boolean": "BOOLEAN",
    "integer": "BIGINT",
    "integer64": "BIGINT",
    "positiveInt": "BIGINT",
    "unsignedInt": "BIGINT",
    "decimal": "DOUBLE",
    "number": "DOUBLE",
} | dict.fromkeys(
    (
        *("string", "code", "id", "uri", "url", "uuid", "oid", "canonical"),
        *("markdown", "base64Binary", "date", "dateTime", "instant", "time"),
        "xhtml",
    ),
    "VARCHAR",
)
OF_KIND = {
    Kind.BOOLEAN: "BOOLEAN",
    Kind.INTEGER: "BIGINT",
    Kind.DECIMAL: "DOUBLE",
    Kind.STRING: "VARCHAR",
    Kind.DATE: "VARCHAR",
    Kind.DATETIME: "VARCHAR",
    Kind.TIME: "VARCHAR",
    Kind.NODE: JSON,
}
KIND_OF_TYPE = {
    "date": Kind.DATE,
    "dateTime": Kind.DATETIME,
    "instant": Kind.DATETIME,
    "time": Kind.TIME,
}
# What a value[x] may be.
ANY_TYPE = (
    *("base64Binary", "boolean", "canonical", "code", "date", "dateTime", "decimal"),
    *("id", "instant", "integer", "integer64", "markdown", "oid", "positiveInt"),
    *("string", "time", "unsignedInt", "uri", "url", "uuid", "Address", "Age"),
    *("Annotation", "Attachment", "CodeableConcept", "CodeableReference", "Coding"),
    *("ContactDetail", "ContactPoint", "Contributor", "Count", "DataRequirement"),
    *("Distance", "Dosage", "Duration", "Expression", "HumanName", "Identifier"),
    *("Meta", "Money", "ParameterDefinition", "Period", "Quantity", "Range", "Ratio"),
    *("RatioRange", "Reference", "RelatedArtifact", "SampledData", "Signature"),
    *("Timing", "TriggerDefinition", "UsageContext"),
)
# Elements that always come as name[x], and the types each may have.
CHOICES: dict[str, tuple[str, ...]] = {
    "abatement": ("Age", "Period", "Range", "dateTime", "string"),
    "asNeeded": ("CodeableConcept", "boolean"),
    "born": ("Period", "date", "string"),
    "bounds": ("Duration", "Period", "Range"),
    "chargeItem": ("CodeableConcept", "Reference"),
    "collected": ("Period", "dateTime"),
    "deceased": ("Age", "Range", "boolean", "date", "dateTime", "string"),
    "defaultValue": ANY_TYPE,
    "definingSubstance": ("CodeableConcept", "Reference"),
    "doseNumber": ("positiveInt", "string"),
    "effective": ("Period", "Timing", "dateTime", "instant"),
    "fastingStatus": ("CodeableConcept", "Duration"),
    "fixed": ANY_TYPE,
    "identified": ("Period", "dateTime"),
    "indication": ("CodeableConcept", "Reference"),
    "instances": ("Quantity", "Range"),
    "legallyBinding": ("Attachment", "Reference"),
    "maxValue": (
        *("Quantity", "date", "dateTime", "decimal", "instant", "integer"),
        *("positiveInt", "time", "unsignedInt"),
    ),
    "medication": ("CodeableConcept", "Reference"),
    "minValue": (
        *("Quantity", "date", "dateTime", "decimal", "instant", "integer"),
        *("positiveInt", "time", "unsignedInt"),
    ),
    "minimumVolume": ("Quantity", "string"),
    "module": ("CodeableConcept", "canonical", "uri"),
    "multipleBirth": ("boolean", "integer"),
    "occurred": ("Period", "dateTime"),
    "occurrence": ("Period", "Timing", "dateTime", "string"),
    "onset": ("Age", "Period", "Range", "dateTime", "string"),
    "participantEffective": ("Duration", "Period", "Timing", "dateTime"),
    "pattern": ANY_TYPE,
    "performed": ("Age", "Period", "Range", "dateTime", "string"),
    "probability": ("Range", "decimal"),
    "rate": ("Quantity", "Range", "Ratio"),
    "scheduled": ("Period", "Timing", "string"),
    "seriesDoses": ("positiveInt", "string"),
    "serviced": ("Period", "date"),
    "studyEffective": ("Duration", "Period", "Timing", "dateTime"),
    "used": ("Money", "string", "unsignedInt"),
    "value": ANY_TYPE,
}


def bare_type(name: str) -> str:
    """The type without whose it is: `System.String` is `string`, as is its address."""
    last = name.replace("/", ".").rsplit(".", 1)[-1]
    lowered = last[:1].lower() + last[1:]
    return lowered if lowered in SQL_TYPES else last


def sql_type(name: str | None) -> str:
    """What a column of the type is in the answer; what is not simple stays JSON."""
    return JSON if name is None else SQL_TYPES.get(bare_type(name), JSON)


def choice(name: str, type_name: str) -> str:
    """What an element is called in JSON when it is of the type: `valueQuantity`."""
    return f"{name}{type_name[:1].upper()}{type_name[1:]}"
