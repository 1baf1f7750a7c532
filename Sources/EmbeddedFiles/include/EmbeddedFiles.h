#pragma once

#include <stddef.h>

/// One file of the repository, as it was when the program was built.
struct khung_embedded_file {
  const char *name;
  const unsigned char *bytes;
  size_t size;
};

extern const size_t khung_embedded_file_count;

/// The file at `index`, below the count.
struct khung_embedded_file khung_embedded_file_at(size_t index);
