"""The four things that can go wrong, told apart by what the reader of the message can do about it.

A message says what is wrong, where (line, column name) and how to mend it. It never quotes a value from
the data: whoever sees a screen, a log or a bug report must not see a person.
"""

import struct
import zipfile
import zlib
from typing import Final

UNPACKING: Final = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    NotImplementedError,  # a way of packing that Python does not know
    RuntimeError,
    ValueError,
)
"""What Python raises of a damaged zip file, one of which whoever opens a file of others has to expect."""


class AtlasError(Exception):
    """Base of every error that Red Zone Atlas raises on purpose; its text is fit to be shown to anyone."""

    exit_code = 2


class InputError(AtlasError):
    """The file is at fault: mend the named lines or columns and read it again."""


class UsageError(AtlasError):
    """The call is at fault: change the option, the setting or the policy that is named."""


class ProtectionError(AtlasError):
    """The data cannot be shown safely as asked: the rule that refuses is named, the record never is."""

    exit_code = 3


class ReleaseError(AtlasError):
    """The release or export is altered or contradicts itself: get a genuine copy."""

    exit_code = 3
