"""Whether a page lets others keep it (robots meta, as search engines read it)."""

import re

from kiosk.prepare.web.facts import Facts

_FORBIDDING = frozenset({"noarchive", "none"})


def may_be_kept(facts: Facts) -> bool:
    wishes = [wish for name in ("robots", "googlebot", "bingbot") for wish in facts.metas.get(name, ())]
    return not any(_FORBIDDING.intersection(re.split(r"[\s,]+", wish.lower())) for wish in wishes)
