// The floor: parses and validates, and does nothing else. usage: floor master-plan.xsd < list of paths
#include "reading.h"

int main(int count, char **arguments) {
  if (count != 2) return 64;
  xmlInitParser();
  xmlSchemaPtr schema = load_schema(arguments[1]);
  xmlParserCtxtPtr parser = xmlNewParserCtxt();
  char path[4096];
  long valid = 0;
  while (fgets(path, sizeof path, stdin)) {
    path[strcspn(path, "\n")] = 0;
    xmlDocPtr plan = read_plan(path, parser, schema);
    if (plan) { valid++; xmlFreeDoc(plan); }
  }
  printf("%ld valid\n", valid);
}
