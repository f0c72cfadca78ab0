"""The months' names in the languages that articles come in."""

_NAMES = (
    "jan january janvier januar jänner enero janeiro gennaio يناير январь января januari ukuene",
    "feb february février fevrier februar febrero fevereiro febbraio فبراير شباط февраль февраля februari",
    "mar march mars märz marz marzo março marco مارس آذار март марта machi maart",
    "apr april avril abril aprile أبريل ابريل نيسان апрель апреля aprili",
    "may mai mayo maio maggio مايو أيار май мая mei",
    "jun june juin juni junio junho giugno يونيو حزيران июнь июня",
    "jul july juillet juli julio julho luglio يوليو تموز июль июля julai",
    "aug august août aout agosto أغسطس اغسطس آب август августа agosti augustus",
    "sep sept september septembre septiembre setiembre setembro settembre سبتمبر أيلول сентябрь сентября septemba",
    "oct okt october octobre oktober octubre outubro ottobre أكتوبر اكتوبر октябрь октября oktoba",
    "nov november novembre noviembre novembro نوفمبر ноябрь ноября novemba",
    "dec dez december décembre decembre dezember diciembre dezembro dicembre ديسمبر декабрь декабря desemba",
)
_NUMBERS = {name: number for number, names in enumerate(_NAMES, 1) for name in names.split()}


def month_of(name: str) -> int:
    """Give the month's number, 0 for what is none."""
    return _NUMBERS.get(name.lower(), 0)
