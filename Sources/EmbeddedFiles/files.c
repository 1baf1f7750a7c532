// The catalogue and the schemas travel inside the program. A file of Standards/ or Schemas/ that is
// missing here fails the test "every file of the catalogue is embedded".
#pragma clang diagnostic ignored "-Wc23-extensions"
#include "EmbeddedFiles.h"

static const unsigned char criteria_applications_xml[] = {
#embed "../../Standards/criteria/applications.xml"
};

static const unsigned char criteria_architecture_xml[] = {
#embed "../../Standards/criteria/architecture.xml"
};

static const unsigned char criteria_buildings_xml[] = {
#embed "../../Standards/criteria/buildings.xml"
};

static const unsigned char criteria_data_xml[] = {
#embed "../../Standards/criteria/data.xml"
};

static const unsigned char criteria_document_xml[] = {
#embed "../../Standards/criteria/document.xml"
};

static const unsigned char criteria_drafting_xml[] = {
#embed "../../Standards/criteria/drafting.xml"
};

static const unsigned char criteria_governance_xml[] = {
#embed "../../Standards/criteria/governance.xml"
};

static const unsigned char criteria_indicators_xml[] = {
#embed "../../Standards/criteria/indicators.xml"
};

static const unsigned char criteria_interoperability_xml[] = {
#embed "../../Standards/criteria/interoperability.xml"
};

static const unsigned char criteria_legal_bases_xml[] = {
#embed "../../Standards/criteria/legal-bases.xml"
};

static const unsigned char criteria_national_scheme_950_xml[] = {
#embed "../../Standards/criteria/national-scheme-950.xml"
};

static const unsigned char criteria_operations_centre_xml[] = {
#embed "../../Standards/criteria/operations-centre.xml"
};

static const unsigned char criteria_principles_xml[] = {
#embed "../../Standards/criteria/principles.xml"
};

static const unsigned char criteria_sandbox_and_resources_xml[] = {
#embed "../../Standards/criteria/sandbox-and-resources.xml"
};

static const unsigned char criteria_security_xml[] = {
#embed "../../Standards/criteria/security.xml"
};

static const unsigned char examples_applications_xml[] = {
#embed "../../Standards/examples/applications.xml"
};

static const unsigned char examples_architecture_xml[] = {
#embed "../../Standards/examples/architecture.xml"
};

static const unsigned char examples_buildings_xml[] = {
#embed "../../Standards/examples/buildings.xml"
};

static const unsigned char examples_data_xml[] = {
#embed "../../Standards/examples/data.xml"
};

static const unsigned char examples_document_xml[] = {
#embed "../../Standards/examples/document.xml"
};

static const unsigned char examples_drafting_xml[] = {
#embed "../../Standards/examples/drafting.xml"
};

static const unsigned char examples_governance_xml[] = {
#embed "../../Standards/examples/governance.xml"
};

static const unsigned char examples_indicators_xml[] = {
#embed "../../Standards/examples/indicators.xml"
};

static const unsigned char examples_interoperability_xml[] = {
#embed "../../Standards/examples/interoperability.xml"
};

static const unsigned char examples_legal_bases_xml[] = {
#embed "../../Standards/examples/legal-bases.xml"
};

static const unsigned char examples_national_scheme_950_xml[] = {
#embed "../../Standards/examples/national-scheme-950.xml"
};

static const unsigned char examples_operations_centre_xml[] = {
#embed "../../Standards/examples/operations-centre.xml"
};

static const unsigned char examples_principles_xml[] = {
#embed "../../Standards/examples/principles.xml"
};

static const unsigned char examples_sandbox_and_resources_xml[] = {
#embed "../../Standards/examples/sandbox-and-resources.xml"
};

static const unsigned char examples_security_xml[] = {
#embed "../../Standards/examples/security.xml"
};

static const unsigned char edition_xml[] = {
#embed "../../Standards/edition.xml"
};

static const unsigned char frameworks_xml[] = {
#embed "../../Standards/frameworks.xml"
};

static const unsigned char indicators_xml[] = {
#embed "../../Standards/indicators.xml"
};

static const unsigned char instruments_circulars_xml[] = {
#embed "../../Standards/instruments/circulars.xml"
};

static const unsigned char instruments_decisions_xml[] = {
#embed "../../Standards/instruments/decisions.xml"
};

static const unsigned char instruments_decrees_xml[] = {
#embed "../../Standards/instruments/decrees.xml"
};

static const unsigned char instruments_dispatches_and_announcements_xml[] = {
#embed "../../Standards/instruments/dispatches-and-announcements.xml"
};

static const unsigned char instruments_laws_xml[] = {
#embed "../../Standards/instruments/laws.xml"
};

static const unsigned char instruments_provincial_decisions_xml[] = {
#embed "../../Standards/instruments/provincial-decisions.xml"
};

static const unsigned char instruments_resolutions_xml[] = {
#embed "../../Standards/instruments/resolutions.xml"
};

static const unsigned char programme_950_xml[] = {
#embed "../../Standards/programme-950.xml"
};

static const unsigned char standards_cloud_data_and_ai_xml[] = {
#embed "../../Standards/standards/cloud-data-and-ai.xml"
};

static const unsigned char standards_construction_and_planning_xml[] = {
#embed "../../Standards/standards/construction-and-planning.xml"
};

static const unsigned char standards_data_centres_and_telecommunications_xml[] = {
#embed "../../Standards/standards/data-centres-and-telecommunications.xml"
};

static const unsigned char standards_data_exchange_xml[] = {
#embed "../../Standards/standards/data-exchange.xml"
};

static const unsigned char standards_electric_vehicle_charging_xml[] = {
#embed "../../Standards/standards/electric-vehicle-charging.xml"
};

static const unsigned char standards_environment_xml[] = {
#embed "../../Standards/standards/environment.xml"
};

static const unsigned char standards_geographic_information_xml[] = {
#embed "../../Standards/standards/geographic-information.xml"
};

static const unsigned char standards_internet_of_things_xml[] = {
#embed "../../Standards/standards/internet-of-things.xml"
};

static const unsigned char standards_management_systems_xml[] = {
#embed "../../Standards/standards/management-systems.xml"
};

static const unsigned char standards_security_xml[] = {
#embed "../../Standards/standards/security.xml"
};

static const unsigned char standards_smart_cities_xml[] = {
#embed "../../Standards/standards/smart-cities.xml"
};

static const unsigned char standards_transport_xml[] = {
#embed "../../Standards/standards/transport.xml"
};

static const unsigned char catalogue_xsd[] = {
#embed "../../Schemas/catalogue.xsd"
};

static const unsigned char master_plan_xsd[] = {
#embed "../../Schemas/master-plan.xsd"
};

static const unsigned char answers_xsd[] = {
#embed "../../Schemas/answers.xsd"
};

static const unsigned char profile_xsd[] = {
#embed "../../Schemas/profile.xsd"
};

static const unsigned char waivers_xsd[] = {
#embed "../../Schemas/waivers.xsd"
};

static const unsigned char difference_html[] = {
#embed "Templates/difference.html"
};

static const unsigned char gap_report_html[] = {
#embed "Templates/gap-report.html"
};

static const unsigned char review_html[] = {
#embed "Templates/review.html"
};

static const unsigned char provinces_tsv[] = {
#embed "Data/provinces.tsv"
};

static const struct khung_embedded_file khung_embedded_files[] = {
    {"Standards/criteria/applications.xml", criteria_applications_xml, sizeof criteria_applications_xml},
    {"Standards/criteria/architecture.xml", criteria_architecture_xml, sizeof criteria_architecture_xml},
    {"Standards/criteria/buildings.xml", criteria_buildings_xml, sizeof criteria_buildings_xml},
    {"Standards/criteria/data.xml", criteria_data_xml, sizeof criteria_data_xml},
    {"Standards/criteria/document.xml", criteria_document_xml, sizeof criteria_document_xml},
    {"Standards/criteria/drafting.xml", criteria_drafting_xml, sizeof criteria_drafting_xml},
    {"Standards/criteria/governance.xml", criteria_governance_xml, sizeof criteria_governance_xml},
    {"Standards/criteria/indicators.xml", criteria_indicators_xml, sizeof criteria_indicators_xml},
    {"Standards/criteria/interoperability.xml", criteria_interoperability_xml, sizeof criteria_interoperability_xml},
    {"Standards/criteria/legal-bases.xml", criteria_legal_bases_xml, sizeof criteria_legal_bases_xml},
    {"Standards/criteria/national-scheme-950.xml", criteria_national_scheme_950_xml, sizeof criteria_national_scheme_950_xml},
    {"Standards/criteria/operations-centre.xml", criteria_operations_centre_xml, sizeof criteria_operations_centre_xml},
    {"Standards/criteria/principles.xml", criteria_principles_xml, sizeof criteria_principles_xml},
    {"Standards/criteria/sandbox-and-resources.xml", criteria_sandbox_and_resources_xml, sizeof criteria_sandbox_and_resources_xml},
    {"Standards/criteria/security.xml", criteria_security_xml, sizeof criteria_security_xml},
    {"Standards/examples/applications.xml", examples_applications_xml, sizeof examples_applications_xml},
    {"Standards/examples/architecture.xml", examples_architecture_xml, sizeof examples_architecture_xml},
    {"Standards/examples/buildings.xml", examples_buildings_xml, sizeof examples_buildings_xml},
    {"Standards/examples/data.xml", examples_data_xml, sizeof examples_data_xml},
    {"Standards/examples/document.xml", examples_document_xml, sizeof examples_document_xml},
    {"Standards/examples/drafting.xml", examples_drafting_xml, sizeof examples_drafting_xml},
    {"Standards/examples/governance.xml", examples_governance_xml, sizeof examples_governance_xml},
    {"Standards/examples/indicators.xml", examples_indicators_xml, sizeof examples_indicators_xml},
    {"Standards/examples/interoperability.xml", examples_interoperability_xml, sizeof examples_interoperability_xml},
    {"Standards/examples/legal-bases.xml", examples_legal_bases_xml, sizeof examples_legal_bases_xml},
    {"Standards/examples/national-scheme-950.xml", examples_national_scheme_950_xml, sizeof examples_national_scheme_950_xml},
    {"Standards/examples/operations-centre.xml", examples_operations_centre_xml, sizeof examples_operations_centre_xml},
    {"Standards/examples/principles.xml", examples_principles_xml, sizeof examples_principles_xml},
    {"Standards/examples/sandbox-and-resources.xml", examples_sandbox_and_resources_xml, sizeof examples_sandbox_and_resources_xml},
    {"Standards/examples/security.xml", examples_security_xml, sizeof examples_security_xml},
    {"Standards/edition.xml", edition_xml, sizeof edition_xml},
    {"Standards/frameworks.xml", frameworks_xml, sizeof frameworks_xml},
    {"Standards/indicators.xml", indicators_xml, sizeof indicators_xml},
    {"Standards/instruments/circulars.xml", instruments_circulars_xml, sizeof instruments_circulars_xml},
    {"Standards/instruments/decisions.xml", instruments_decisions_xml, sizeof instruments_decisions_xml},
    {"Standards/instruments/decrees.xml", instruments_decrees_xml, sizeof instruments_decrees_xml},
    {"Standards/instruments/dispatches-and-announcements.xml", instruments_dispatches_and_announcements_xml, sizeof instruments_dispatches_and_announcements_xml},
    {"Standards/instruments/laws.xml", instruments_laws_xml, sizeof instruments_laws_xml},
    {"Standards/instruments/provincial-decisions.xml", instruments_provincial_decisions_xml, sizeof instruments_provincial_decisions_xml},
    {"Standards/instruments/resolutions.xml", instruments_resolutions_xml, sizeof instruments_resolutions_xml},
    {"Standards/programme-950.xml", programme_950_xml, sizeof programme_950_xml},
    {"Standards/standards/cloud-data-and-ai.xml", standards_cloud_data_and_ai_xml, sizeof standards_cloud_data_and_ai_xml},
    {"Standards/standards/construction-and-planning.xml", standards_construction_and_planning_xml, sizeof standards_construction_and_planning_xml},
    {"Standards/standards/data-centres-and-telecommunications.xml", standards_data_centres_and_telecommunications_xml, sizeof standards_data_centres_and_telecommunications_xml},
    {"Standards/standards/data-exchange.xml", standards_data_exchange_xml, sizeof standards_data_exchange_xml},
    {"Standards/standards/electric-vehicle-charging.xml", standards_electric_vehicle_charging_xml, sizeof standards_electric_vehicle_charging_xml},
    {"Standards/standards/environment.xml", standards_environment_xml, sizeof standards_environment_xml},
    {"Standards/standards/geographic-information.xml", standards_geographic_information_xml, sizeof standards_geographic_information_xml},
    {"Standards/standards/internet-of-things.xml", standards_internet_of_things_xml, sizeof standards_internet_of_things_xml},
    {"Standards/standards/management-systems.xml", standards_management_systems_xml, sizeof standards_management_systems_xml},
    {"Standards/standards/security.xml", standards_security_xml, sizeof standards_security_xml},
    {"Standards/standards/smart-cities.xml", standards_smart_cities_xml, sizeof standards_smart_cities_xml},
    {"Standards/standards/transport.xml", standards_transport_xml, sizeof standards_transport_xml},
    {"Schemas/answers.xsd", answers_xsd, sizeof answers_xsd},
    {"Schemas/profile.xsd", profile_xsd, sizeof profile_xsd},
    {"Schemas/waivers.xsd", waivers_xsd, sizeof waivers_xsd},
    {"Templates/difference.html", difference_html, sizeof difference_html},
    {"Templates/gap-report.html", gap_report_html, sizeof gap_report_html},
    {"Templates/review.html", review_html, sizeof review_html},
    {"Data/provinces.tsv", provinces_tsv, sizeof provinces_tsv},
    {"Schemas/catalogue.xsd", catalogue_xsd, sizeof catalogue_xsd},
    {"Schemas/master-plan.xsd", master_plan_xsd, sizeof master_plan_xsd},
};

const size_t khung_embedded_file_count = sizeof khung_embedded_files / sizeof *khung_embedded_files;

struct khung_embedded_file khung_embedded_file_at(size_t index) { return khung_embedded_files[index]; }
