"""Single mistakes as editors of a catalogue make them, each with the rule that ought to notice it.

What is expected was written from what the mistake does to people, not from what the rules look for.
The kinds are listed in the order in which the files are imported: it decides what a seed makes.
"""

from . import identity
from . import references
from . import dates
from . import force
from . import provenance
from . import requirements
from . import schematron
from . import language
from . import form
from . import further
from . import wordings
from . import places
from . import edges
from . import decree
from .writing import KINDS

__all__ = ["KINDS"]
