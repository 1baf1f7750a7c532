// The whole job as well as plain C can: one walk fills an index, criteria are XPath compiled once over that
// index (the function k:find), and each plan gives one line of JSON with a finding for every criterion.
// usage: whole master-plan.xsd rules.tsv < list of paths
#include "reading.h"
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>

typedef struct { char *id, *title, *advice; xmlXPathCompExprPtr test; } rule;
static rule *rules;
static int rule_count;

// The index: chains of nodes under (key, value), emptied for each plan.
enum { slots = 1 << 14 };
typedef struct entry { const char *key; const xmlChar *value; xmlNodePtr node; int next, last; } entry;
static int heads[slots];
static entry *entries;
static int entry_count, entry_capacity;

static unsigned hash(const char *key, const xmlChar *value) {
  unsigned h = 5381;
  for (const char *c = key; *c; c++) h = h * 33 + (unsigned char)*c;
  for (const xmlChar *c = value; *c; c++) h = h * 33 + *c;
  return h & (slots - 1);
}

static int first_of(const char *key, const xmlChar *value) {
  int e = heads[hash(key, value)];
  while (e >= 0 && (strcmp(entries[e].key, key) || !xmlStrEqual(entries[e].value, value))) e = entries[e].next;
  return e;
}

// Entries of one value are chained through `last`: first -> … in document order.
static int *siblings;
static void add(const char *key, const xmlChar *value, xmlNodePtr node) {
  if (entry_count == entry_capacity) {
    entry_capacity = entry_capacity ? entry_capacity * 2 : 4096;
    entries = realloc(entries, sizeof(entry) * (size_t)entry_capacity);
    siblings = realloc(siblings, sizeof(int) * (size_t)entry_capacity);
  }
  int e = entry_count++, first = first_of(key, value);
  entries[e] = (entry){key, value, node, -1, e};
  siblings[e] = -1;
  if (first < 0) {
    unsigned h = hash(key, value);
    entries[e].next = heads[h];
    heads[h] = e;
  } else {
    siblings[entries[first].last] = e;
    entries[first].last = e;
  }
}

static const xmlChar *value_of(xmlNodePtr node, const char *name) {
  for (xmlAttrPtr a = node->properties; a; a = a->next)
    if (!a->ns && !strcmp((const char *)a->name, name) && a->children) return a->children->content;
  return NULL;
}

static void walk(xmlNodePtr parent) {
  for (xmlNodePtr node = parent->children; node; node = node->next) {
    if (node->type != XML_ELEMENT_NODE) continue;
    const char *name = (const char *)node->name;
    const xmlChar *value;
    if ((value = value_of(node, "topic"))) add("topic", value, node);
    if (!strcmp(name, "component") && (value = value_of(node, "type"))) add("component", value, node);
    else if (!strcmp(name, "link") && (value = value_of(node, "platform"))) add("link", value, node);
    else if (!strcmp(name, "body") && (value = value_of(node, "role"))) add("body", value, node);
    else if (!strcmp(name, "participant") && (value = value_of(node, "type"))) add("participant", value, node);
    walk(node);
  }
}

static void find(xmlXPathParserContextPtr context, int count) {
  (void)count;
  xmlXPathObjectPtr value = valuePop(context), key = valuePop(context);
  xmlNodeSetPtr set = xmlXPathNodeSetCreate(NULL);
  for (int e = first_of((const char *)key->stringval, value->stringval); e >= 0; e = siblings[e])
    xmlXPathNodeSetAddUnique(set, entries[e].node);
  xmlXPathFreeObject(key);
  xmlXPathFreeObject(value);
  valuePush(context, xmlXPathWrapNodeSet(set));
}

static void text(const char *words, size_t limit) {
  putchar_unlocked('"');
  for (size_t i = 0; words[i] && i < limit; i++) {
    unsigned char c = (unsigned char)words[i];
    if (c == '"' || c == '\\') { putchar_unlocked('\\'); putchar_unlocked(c); }
    else if (c < 0x20) printf("\\u%04x", c);
    else putchar_unlocked(c);
  }
  putchar_unlocked('"');
}

static void load_rules(const char *path) {
  FILE *file = fopen(path, "r");
  static char line[1 << 16];
  if (!file) { perror(path); exit(2); }
  xmlXPathContextPtr context = xmlXPathNewContext(NULL);
  while (fgets(line, sizeof line, file)) {
    rules = realloc(rules, sizeof(rule) * (size_t)(rule_count + 1));
    rule *r = &rules[rule_count++];
    r->id = strdup(strtok(line, "\t"));
    char *test = strtok(NULL, "\t");
    r->test = xmlXPathCtxtCompile(context, (xmlChar *)test);
    r->title = strdup(strtok(NULL, "\t"));
    r->advice = strdup(strtok(NULL, "\t\n"));
    if (!r->test) { fprintf(stderr, "%s: %s\n", r->id, test); exit(2); }
  }
  fclose(file);
  xmlXPathFreeContext(context);
}

static void report(const char *path, xmlDocPtr plan, xmlXPathContextPtr context) {
  printf("{\"plan\":{\"file\":");
  text(path, 4096);
  printf("},\"findings\":[");
  for (int i = 0; i < rule_count; i++) {
    rule *r = &rules[i];
    xmlXPathObjectPtr found = xmlXPathCompiledEval(r->test, context);
    if (!found) { fprintf(stderr, "%s: no result\n", r->id); exit(70); }
    int holds = found->nodesetval && found->nodesetval->nodeNr > 0;
    printf("%s{\"criterion\":\"%s\",\"title\":", i ? "," : "", r->id);
    text(r->title, 4096);
    printf(",\"verdict\":\"%s\"", holds ? "met" : "gap");
    if (holds) {
      xmlNodePtr node = found->nodesetval->nodeTab[0];
      xmlChar *place = xmlGetNodePath(node), *words = xmlNodeGetContent(node);
      printf(",\"evidence\":{\"line\":%ld,\"path\":", xmlGetLineNo(node));
      text((char *)place, 4096);
      printf(",\"excerpt\":");
      text((char *)words, 400);
      printf("}");
      xmlFree(place);
      xmlFree(words);
    } else {
      printf(",\"advice\":");
      text(r->advice, 4096);
    }
    printf("}");
    xmlXPathFreeObject(found);
  }
  printf("]}\n");
  (void)plan;
}

int main(int count, char **arguments) {
  if (count != 3) return 64;
  static char output[1 << 16];
  setvbuf(stdout, output, _IOFBF, sizeof output);
  xmlInitParser();
  xmlSchemaPtr schema = load_schema(arguments[1]);
  load_rules(arguments[2]);
  xmlParserCtxtPtr parser = xmlNewParserCtxt();
  xmlXPathContextPtr context = xmlXPathNewContext(NULL);
  xmlXPathRegisterNs(context, (xmlChar *)"p", (xmlChar *)"urn:khung:master-plan:1");
  xmlXPathRegisterNs(context, (xmlChar *)"k", (xmlChar *)"urn:khung:index");
  xmlXPathRegisterFuncNS(context, (xmlChar *)"find", (xmlChar *)"urn:khung:index", find);
  xmlXPathContextSetCache(context, 1, -1, 0);
  char path[4096];
  while (fgets(path, sizeof path, stdin)) {
    path[strcspn(path, "\n")] = 0;
    xmlDocPtr plan = read_plan(path, parser, schema);
    if (!plan) { printf("{\"plan\":{\"file\":\"%s\"},\"refused\":true}\n", path); continue; }
    memset(heads, -1, sizeof heads);
    entry_count = 0;
    walk(xmlDocGetRootElement(plan));
    context->doc = plan;
    context->node = xmlDocGetRootElement(plan);
    report(path, plan, context);
    xmlFreeDoc(plan);
  }
}
