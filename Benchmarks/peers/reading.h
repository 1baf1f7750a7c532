// What both C peers share: a file read whole, parsed and validated with reused contexts.
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlschemas.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <fcntl.h>
#include <unistd.h>
#include <sys/stat.h>

static char *buffer;
static size_t capacity;

static size_t read_file(const char *path) {
  int file = open(path, O_RDONLY);
  struct stat status;
  if (file < 0 || fstat(file, &status) != 0) { perror(path); exit(2); }
  size_t size = (size_t)status.st_size;
  if (size + 1 > capacity) buffer = realloc(buffer, capacity = size + 1);
  size_t done = 0;
  while (done < size) {
    ssize_t count = read(file, buffer + done, size - done);
    if (count <= 0) { perror(path); exit(2); }
    done += (size_t)count;
  }
  close(file);
  return size;
}

static void quiet(void *context, const char *message, ...) { (void)context; (void)message; }

static xmlSchemaPtr load_schema(const char *path) {
  xmlSetGenericErrorFunc(NULL, quiet);
  xmlSchemaParserCtxtPtr parser = xmlSchemaNewParserCtxt(path);
  xmlSchemaPtr schema = xmlSchemaParse(parser);
  xmlSchemaFreeParserCtxt(parser);
  if (!schema) { fprintf(stderr, "%s: no schema\n", path); exit(2); }
  return schema;
}

// Nil when the file is not well-formed or not valid.
static xmlDocPtr read_plan(const char *path, xmlParserCtxtPtr parser, xmlSchemaPtr schema) {
  size_t size = read_file(path);
  xmlDocPtr plan = xmlCtxtReadMemory(
      parser, buffer, (int)size, NULL, NULL,
      XML_PARSE_NONET | XML_PARSE_BIG_LINES | XML_PARSE_COMPACT | XML_PARSE_NOCDATA | XML_PARSE_HUGE);
  if (!plan) return NULL;
  xmlSchemaValidCtxtPtr valid = xmlSchemaNewValidCtxt(schema);
  int result = xmlSchemaValidateDoc(valid, plan);
  xmlSchemaFreeValidCtxt(valid);
  if (result == 0) return plan;
  xmlFreeDoc(plan);
  return NULL;
}
