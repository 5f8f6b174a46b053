"""How often things happen in a year of coordinated discharges.

[design] marks our own assumptions where no figure was found; the others are from
published reports about Sweden 2017 to 2023.
"""

from datetime import date

from naravard.core.calendar import is_working_day

# Shares of cases
LATE_ADMISSION_NOTICE = 0.08  # [design]
LATER_NEED = 0.06  # a unit found to be needed some days into the stay [design]
DECLINES_PLANNING = 0.10  # [design]
LATE_CALL = 0.06  # of calls to planning [design]
CALLED_BEFORE_READY = 0.55  # [design]
LEAVES_SAME_DAY = 0.62  # 67 % in 2020, later lower
NOTICE_AFTER_NOON = 0.45  # [design]
READY_WITHDRAWN = 0.07  # [design]
BLOCKED_BY_REGION = 0.09  # of those who wait; about 3 % of all [design]
DIES_IN_HOSPITAL = 0.025  # [design]
NEED_CEASES = 0.03  # [design]
CHANGED_WARD = 0.06  # [design]
CHANGED_ESTIMATE = 0.35  # [design]
PSYCHIATRIC = 0.08  # [design]
TOWARDS_OPEN_COMPULSORY_CARE = 0.08  # of the psychiatric [design]
CHILD = 0.01  # [design]
BACK_WITHIN_A_MONTH = 0.12  # [design]
INFORMED_LATE = 0.06  # [design]
HANDED_OVER_LATE = 0.06  # [design]
FOLLOWED_UP_LATE = 0.12  # after 72 hours [design]
WRITES_FREELY = 0.55  # cases with free messages [design]

# Stays where no named contact is appointed before discharge, by days from notice to
# home: 10 % of those with open care told, and mostly short stays [design].
NO_CONTACT_AT_DISCHARGE = {0: 0.22, 6: 0.03}

# Days from ready to home when not the same day: geometric, 6 % above a week.
MEAN_DAYS_OF_WAITING = 3.0
# Days from admission to ready: lognormal [design]
TYPICAL_DAYS_IN_HOSPITAL = 7.0
SPREAD_OF_DAYS_IN_HOSPITAL = 0.6
LONGEST_DAYS_IN_HOSPITAL = 45
PSYCHIATRIC_STAYS_LONGER = 1.7

# Who is needed after the stay; joint planning (SIP) is required for the first kind
# alone, 45 % of all [design].
NEEDS = {"both": 45, "municipality": 33, "open_care": 22}
HOME_NURSING_WHEN_BOTH = 0.6

# Weight of a person by first year of age, when somebody is to be admitted [design].
ADMITTED_BY_AGE = {18: 1, 45: 2, 65: 6, 75: 14, 80: 26, 85: 38, 95: 30}

# Admissions by weekday, Monday first, around their mean [design].
ADMISSIONS_BY_WEEKDAY = (1.16, 1.1, 1.06, 1.05, 1.07, 0.78, 0.78)
HOLIDAY = 0.8
SELDOM_READY_AT_WEEKENDS = 0.55  # moved to a working day


def admissions_on(day: date) -> float:
    """How many are admitted on the day, around the mean of the year."""
    weight = ADMISSIONS_BY_WEEKDAY[day.weekday()]
    holiday = day.weekday() < len(ADMISSIONS_BY_WEEKDAY) - 2 and not is_working_day(day)
    return weight * HOLIDAY if holiday else weight
