// Written by write.py (make embedded). What is in Standards/, Schemas/ and Sources/BuiltIn travels inside
// the program.
#pragma clang diagnostic ignored "-Wc23-extensions"
#include "EmbeddedFiles.h"

static const unsigned char Standards_criteria_applications_xml[] = {
#embed "../../Standards/criteria/applications.xml"
};

static const unsigned char Standards_criteria_architecture_xml[] = {
#embed "../../Standards/criteria/architecture.xml"
};

static const unsigned char Standards_criteria_buildings_xml[] = {
#embed "../../Standards/criteria/buildings.xml"
};

static const unsigned char Standards_criteria_data_xml[] = {
#embed "../../Standards/criteria/data.xml"
};

static const unsigned char Standards_criteria_document_xml[] = {
#embed "../../Standards/criteria/document.xml"
};

static const unsigned char Standards_criteria_drafting_xml[] = {
#embed "../../Standards/criteria/drafting.xml"
};

static const unsigned char Standards_criteria_governance_xml[] = {
#embed "../../Standards/criteria/governance.xml"
};

static const unsigned char Standards_criteria_indicators_xml[] = {
#embed "../../Standards/criteria/indicators.xml"
};

static const unsigned char Standards_criteria_interoperability_xml[] = {
#embed "../../Standards/criteria/interoperability.xml"
};

static const unsigned char Standards_criteria_legal_bases_xml[] = {
#embed "../../Standards/criteria/legal-bases.xml"
};

static const unsigned char Standards_criteria_national_scheme_950_xml[] = {
#embed "../../Standards/criteria/national-scheme-950.xml"
};

static const unsigned char Standards_criteria_operations_centre_xml[] = {
#embed "../../Standards/criteria/operations-centre.xml"
};

static const unsigned char Standards_criteria_principles_xml[] = {
#embed "../../Standards/criteria/principles.xml"
};

static const unsigned char Standards_criteria_sandbox_and_resources_xml[] = {
#embed "../../Standards/criteria/sandbox-and-resources.xml"
};

static const unsigned char Standards_criteria_scheme_content_xml[] = {
#embed "../../Standards/criteria/scheme-content.xml"
};

static const unsigned char Standards_criteria_security_xml[] = {
#embed "../../Standards/criteria/security.xml"
};

static const unsigned char Standards_edition_xml[] = {
#embed "../../Standards/edition.xml"
};

static const unsigned char Standards_examples_applications_applicability_xml[] = {
#embed "../../Standards/examples/applications-applicability.xml"
};

static const unsigned char Standards_examples_applications_xml[] = {
#embed "../../Standards/examples/applications.xml"
};

static const unsigned char Standards_examples_architecture_applicability_xml[] = {
#embed "../../Standards/examples/architecture-applicability.xml"
};

static const unsigned char Standards_examples_architecture_xml[] = {
#embed "../../Standards/examples/architecture.xml"
};

static const unsigned char Standards_examples_buildings_applicability_xml[] = {
#embed "../../Standards/examples/buildings-applicability.xml"
};

static const unsigned char Standards_examples_buildings_xml[] = {
#embed "../../Standards/examples/buildings.xml"
};

static const unsigned char Standards_examples_data_applicability_xml[] = {
#embed "../../Standards/examples/data-applicability.xml"
};

static const unsigned char Standards_examples_data_xml[] = {
#embed "../../Standards/examples/data.xml"
};

static const unsigned char Standards_examples_document_applicability_xml[] = {
#embed "../../Standards/examples/document-applicability.xml"
};

static const unsigned char Standards_examples_document_xml[] = {
#embed "../../Standards/examples/document.xml"
};

static const unsigned char Standards_examples_drafting_applicability_xml[] = {
#embed "../../Standards/examples/drafting-applicability.xml"
};

static const unsigned char Standards_examples_drafting_xml[] = {
#embed "../../Standards/examples/drafting.xml"
};

static const unsigned char Standards_examples_governance_applicability_xml[] = {
#embed "../../Standards/examples/governance-applicability.xml"
};

static const unsigned char Standards_examples_governance_xml[] = {
#embed "../../Standards/examples/governance.xml"
};

static const unsigned char Standards_examples_indicators_applicability_xml[] = {
#embed "../../Standards/examples/indicators-applicability.xml"
};

static const unsigned char Standards_examples_indicators_xml[] = {
#embed "../../Standards/examples/indicators.xml"
};

static const unsigned char Standards_examples_interoperability_applicability_xml[] = {
#embed "../../Standards/examples/interoperability-applicability.xml"
};

static const unsigned char Standards_examples_interoperability_xml[] = {
#embed "../../Standards/examples/interoperability.xml"
};

static const unsigned char Standards_examples_legal_bases_applicability_xml[] = {
#embed "../../Standards/examples/legal-bases-applicability.xml"
};

static const unsigned char Standards_examples_legal_bases_xml[] = {
#embed "../../Standards/examples/legal-bases.xml"
};

static const unsigned char Standards_examples_national_scheme_950_applicability_xml[] = {
#embed "../../Standards/examples/national-scheme-950-applicability.xml"
};

static const unsigned char Standards_examples_national_scheme_950_xml[] = {
#embed "../../Standards/examples/national-scheme-950.xml"
};

static const unsigned char Standards_examples_operations_centre_applicability_xml[] = {
#embed "../../Standards/examples/operations-centre-applicability.xml"
};

static const unsigned char Standards_examples_operations_centre_xml[] = {
#embed "../../Standards/examples/operations-centre.xml"
};

static const unsigned char Standards_examples_principles_applicability_xml[] = {
#embed "../../Standards/examples/principles-applicability.xml"
};

static const unsigned char Standards_examples_principles_xml[] = {
#embed "../../Standards/examples/principles.xml"
};

static const unsigned char Standards_examples_sandbox_and_resources_applicability_xml[] = {
#embed "../../Standards/examples/sandbox-and-resources-applicability.xml"
};

static const unsigned char Standards_examples_sandbox_and_resources_xml[] = {
#embed "../../Standards/examples/sandbox-and-resources.xml"
};

static const unsigned char Standards_examples_scheme_content_applicability_xml[] = {
#embed "../../Standards/examples/scheme-content-applicability.xml"
};

static const unsigned char Standards_examples_scheme_content_xml[] = {
#embed "../../Standards/examples/scheme-content.xml"
};

static const unsigned char Standards_examples_security_applicability_xml[] = {
#embed "../../Standards/examples/security-applicability.xml"
};

static const unsigned char Standards_examples_security_xml[] = {
#embed "../../Standards/examples/security.xml"
};

static const unsigned char Standards_frameworks_xml[] = {
#embed "../../Standards/frameworks.xml"
};

static const unsigned char Standards_indicators_xml[] = {
#embed "../../Standards/indicators.xml"
};

static const unsigned char Standards_instruments_circulars_xml[] = {
#embed "../../Standards/instruments/circulars.xml"
};

static const unsigned char Standards_instruments_decisions_xml[] = {
#embed "../../Standards/instruments/decisions.xml"
};

static const unsigned char Standards_instruments_decrees_xml[] = {
#embed "../../Standards/instruments/decrees.xml"
};

static const unsigned char Standards_instruments_dispatches_and_announcements_xml[] = {
#embed "../../Standards/instruments/dispatches-and-announcements.xml"
};

static const unsigned char Standards_instruments_laws_xml[] = {
#embed "../../Standards/instruments/laws.xml"
};

static const unsigned char Standards_instruments_provincial_decisions_xml[] = {
#embed "../../Standards/instruments/provincial-decisions.xml"
};

static const unsigned char Standards_instruments_resolutions_xml[] = {
#embed "../../Standards/instruments/resolutions.xml"
};

static const unsigned char Standards_programme_950_xml[] = {
#embed "../../Standards/programme-950.xml"
};

static const unsigned char Standards_standards_cloud_data_and_ai_xml[] = {
#embed "../../Standards/standards/cloud-data-and-ai.xml"
};

static const unsigned char Standards_standards_construction_and_planning_xml[] = {
#embed "../../Standards/standards/construction-and-planning.xml"
};

static const unsigned char Standards_standards_data_centres_and_telecommunications_xml[] = {
#embed "../../Standards/standards/data-centres-and-telecommunications.xml"
};

static const unsigned char Standards_standards_data_exchange_xml[] = {
#embed "../../Standards/standards/data-exchange.xml"
};

static const unsigned char Standards_standards_electric_vehicle_charging_xml[] = {
#embed "../../Standards/standards/electric-vehicle-charging.xml"
};

static const unsigned char Standards_standards_environment_xml[] = {
#embed "../../Standards/standards/environment.xml"
};

static const unsigned char Standards_standards_geographic_information_xml[] = {
#embed "../../Standards/standards/geographic-information.xml"
};

static const unsigned char Standards_standards_internet_of_things_xml[] = {
#embed "../../Standards/standards/internet-of-things.xml"
};

static const unsigned char Standards_standards_management_systems_xml[] = {
#embed "../../Standards/standards/management-systems.xml"
};

static const unsigned char Standards_standards_security_xml[] = {
#embed "../../Standards/standards/security.xml"
};

static const unsigned char Standards_standards_smart_cities_xml[] = {
#embed "../../Standards/standards/smart-cities.xml"
};

static const unsigned char Standards_standards_transport_xml[] = {
#embed "../../Standards/standards/transport.xml"
};

static const unsigned char Standards_wordings_bodies_xml[] = {
#embed "../../Standards/wordings/bodies.xml"
};

static const unsigned char Standards_wordings_component_types_xml[] = {
#embed "../../Standards/wordings/component-types.xml"
};

static const unsigned char Standards_wordings_denials_xml[] = {
#embed "../../Standards/wordings/denials.xml"
};

static const unsigned char Standards_wordings_fields_xml[] = {
#embed "../../Standards/wordings/fields.xml"
};

static const unsigned char Standards_wordings_layers_xml[] = {
#embed "../../Standards/wordings/layers.xml"
};

static const unsigned char Standards_wordings_platforms_xml[] = {
#embed "../../Standards/wordings/platforms.xml"
};

static const unsigned char Standards_wordings_topics_applications_and_programme_xml[] = {
#embed "../../Standards/wordings/topics-applications-and-programme.xml"
};

static const unsigned char Standards_wordings_topics_data_and_integration_xml[] = {
#embed "../../Standards/wordings/topics-data-and-integration.xml"
};

static const unsigned char Standards_wordings_topics_operation_and_buildings_xml[] = {
#embed "../../Standards/wordings/topics-operation-and-buildings.xml"
};

static const unsigned char Standards_wordings_topics_principles_xml[] = {
#embed "../../Standards/wordings/topics-principles.xml"
};

static const unsigned char Standards_wordings_topics_scheme_content_xml[] = {
#embed "../../Standards/wordings/topics-scheme-content.xml"
};

static const unsigned char Standards_wordings_topics_scheme_procedure_xml[] = {
#embed "../../Standards/wordings/topics-scheme-procedure.xml"
};

static const unsigned char Standards_wordings_topics_security_xml[] = {
#embed "../../Standards/wordings/topics-security.xml"
};

static const unsigned char Schemas_answers_xsd[] = {
#embed "../../Schemas/answers.xsd"
};

static const unsigned char Schemas_catalogue_xsd[] = {
#embed "../../Schemas/catalogue.xsd"
};

static const unsigned char Schemas_gap_report_xsd[] = {
#embed "../../Schemas/gap-report.xsd"
};

static const unsigned char Schemas_master_plan_xsd[] = {
#embed "../../Schemas/master-plan.xsd"
};

static const unsigned char Schemas_profile_xsd[] = {
#embed "../../Schemas/profile.xsd"
};

static const unsigned char Schemas_waivers_xsd[] = {
#embed "../../Schemas/waivers.xsd"
};

static const unsigned char Data_document_form_tsv[] = {
#embed "../../Sources/BuiltIn/Data/document-form.tsv"
};

static const unsigned char Data_form_tsv[] = {
#embed "../../Sources/BuiltIn/Data/form.tsv"
};

static const unsigned char Data_instrument_kinds_tsv[] = {
#embed "../../Sources/BuiltIn/Data/instrument-kinds.tsv"
};

static const unsigned char Data_limits_tsv[] = {
#embed "../../Sources/BuiltIn/Data/limits.tsv"
};

static const unsigned char Data_placeholders_tsv[] = {
#embed "../../Sources/BuiltIn/Data/placeholders.tsv"
};

static const unsigned char Data_provinces_tsv[] = {
#embed "../../Sources/BuiltIn/Data/provinces.tsv"
};

static const unsigned char Data_recognition_tsv[] = {
#embed "../../Sources/BuiltIn/Data/recognition.tsv"
};

static const unsigned char Data_symbols_tsv[] = {
#embed "../../Sources/BuiltIn/Data/symbols.tsv"
};

static const unsigned char Entries_criterion_xml[] = {
#embed "../../Sources/BuiltIn/Entries/criterion.xml"
};

static const unsigned char Entries_example_xml[] = {
#embed "../../Sources/BuiltIn/Entries/example.xml"
};

static const unsigned char Entries_instrument_xml[] = {
#embed "../../Sources/BuiltIn/Entries/instrument.xml"
};

static const unsigned char Entries_standard_xml[] = {
#embed "../../Sources/BuiltIn/Entries/standard.xml"
};

static const unsigned char Entries_wording_xml[] = {
#embed "../../Sources/BuiltIn/Entries/wording.xml"
};

static const unsigned char Pages_difference_html[] = {
#embed "../../Sources/BuiltIn/Pages/difference.html"
};

static const unsigned char Pages_gap_report_html[] = {
#embed "../../Sources/BuiltIn/Pages/gap-report.html"
};

static const unsigned char Pages_review_html[] = {
#embed "../../Sources/BuiltIn/Pages/review.html"
};

static const unsigned char Words_answers_tsv[] = {
#embed "../../Sources/BuiltIn/Words/answers.tsv"
};

static const unsigned char Words_command_line_tsv[] = {
#embed "../../Sources/BuiltIn/Words/command-line.tsv"
};

static const unsigned char Words_editing_tsv[] = {
#embed "../../Sources/BuiltIn/Words/editing.tsv"
};

static const unsigned char Words_law_tsv[] = {
#embed "../../Sources/BuiltIn/Words/law.tsv"
};

static const unsigned char Words_manuscript_tsv[] = {
#embed "../../Sources/BuiltIn/Words/manuscript.tsv"
};

static const unsigned char Words_notices_tsv[] = {
#embed "../../Sources/BuiltIn/Words/notices.tsv"
};

static const unsigned char Words_page_tsv[] = {
#embed "../../Sources/BuiltIn/Words/page.tsv"
};

static const unsigned char Words_parts_tsv[] = {
#embed "../../Sources/BuiltIn/Words/parts.tsv"
};

static const unsigned char Words_refusals_tsv[] = {
#embed "../../Sources/BuiltIn/Words/refusals.tsv"
};

static const unsigned char Words_report_tsv[] = {
#embed "../../Sources/BuiltIn/Words/report.tsv"
};

static const unsigned char Words_review_tsv[] = {
#embed "../../Sources/BuiltIn/Words/review.tsv"
};

static const unsigned char Words_rounds_tsv[] = {
#embed "../../Sources/BuiltIn/Words/rounds.tsv"
};

static const unsigned char Words_schematron_tsv[] = {
#embed "../../Sources/BuiltIn/Words/schematron.tsv"
};

static const unsigned char Words_transcription_tsv[] = {
#embed "../../Sources/BuiltIn/Words/transcription.tsv"
};

static const struct khung_embedded_file khung_embedded_files[] = {
    {"Standards/criteria/applications.xml", Standards_criteria_applications_xml, sizeof Standards_criteria_applications_xml},
    {"Standards/criteria/architecture.xml", Standards_criteria_architecture_xml, sizeof Standards_criteria_architecture_xml},
    {"Standards/criteria/buildings.xml", Standards_criteria_buildings_xml, sizeof Standards_criteria_buildings_xml},
    {"Standards/criteria/data.xml", Standards_criteria_data_xml, sizeof Standards_criteria_data_xml},
    {"Standards/criteria/document.xml", Standards_criteria_document_xml, sizeof Standards_criteria_document_xml},
    {"Standards/criteria/drafting.xml", Standards_criteria_drafting_xml, sizeof Standards_criteria_drafting_xml},
    {"Standards/criteria/governance.xml", Standards_criteria_governance_xml, sizeof Standards_criteria_governance_xml},
    {"Standards/criteria/indicators.xml", Standards_criteria_indicators_xml, sizeof Standards_criteria_indicators_xml},
    {"Standards/criteria/interoperability.xml", Standards_criteria_interoperability_xml, sizeof Standards_criteria_interoperability_xml},
    {"Standards/criteria/legal-bases.xml", Standards_criteria_legal_bases_xml, sizeof Standards_criteria_legal_bases_xml},
    {"Standards/criteria/national-scheme-950.xml", Standards_criteria_national_scheme_950_xml, sizeof Standards_criteria_national_scheme_950_xml},
    {"Standards/criteria/operations-centre.xml", Standards_criteria_operations_centre_xml, sizeof Standards_criteria_operations_centre_xml},
    {"Standards/criteria/principles.xml", Standards_criteria_principles_xml, sizeof Standards_criteria_principles_xml},
    {"Standards/criteria/sandbox-and-resources.xml", Standards_criteria_sandbox_and_resources_xml, sizeof Standards_criteria_sandbox_and_resources_xml},
    {"Standards/criteria/scheme-content.xml", Standards_criteria_scheme_content_xml, sizeof Standards_criteria_scheme_content_xml},
    {"Standards/criteria/security.xml", Standards_criteria_security_xml, sizeof Standards_criteria_security_xml},
    {"Standards/edition.xml", Standards_edition_xml, sizeof Standards_edition_xml},
    {"Standards/examples/applications-applicability.xml", Standards_examples_applications_applicability_xml, sizeof Standards_examples_applications_applicability_xml},
    {"Standards/examples/applications.xml", Standards_examples_applications_xml, sizeof Standards_examples_applications_xml},
    {"Standards/examples/architecture-applicability.xml", Standards_examples_architecture_applicability_xml, sizeof Standards_examples_architecture_applicability_xml},
    {"Standards/examples/architecture.xml", Standards_examples_architecture_xml, sizeof Standards_examples_architecture_xml},
    {"Standards/examples/buildings-applicability.xml", Standards_examples_buildings_applicability_xml, sizeof Standards_examples_buildings_applicability_xml},
    {"Standards/examples/buildings.xml", Standards_examples_buildings_xml, sizeof Standards_examples_buildings_xml},
    {"Standards/examples/data-applicability.xml", Standards_examples_data_applicability_xml, sizeof Standards_examples_data_applicability_xml},
    {"Standards/examples/data.xml", Standards_examples_data_xml, sizeof Standards_examples_data_xml},
    {"Standards/examples/document-applicability.xml", Standards_examples_document_applicability_xml, sizeof Standards_examples_document_applicability_xml},
    {"Standards/examples/document.xml", Standards_examples_document_xml, sizeof Standards_examples_document_xml},
    {"Standards/examples/drafting-applicability.xml", Standards_examples_drafting_applicability_xml, sizeof Standards_examples_drafting_applicability_xml},
    {"Standards/examples/drafting.xml", Standards_examples_drafting_xml, sizeof Standards_examples_drafting_xml},
    {"Standards/examples/governance-applicability.xml", Standards_examples_governance_applicability_xml, sizeof Standards_examples_governance_applicability_xml},
    {"Standards/examples/governance.xml", Standards_examples_governance_xml, sizeof Standards_examples_governance_xml},
    {"Standards/examples/indicators-applicability.xml", Standards_examples_indicators_applicability_xml, sizeof Standards_examples_indicators_applicability_xml},
    {"Standards/examples/indicators.xml", Standards_examples_indicators_xml, sizeof Standards_examples_indicators_xml},
    {"Standards/examples/interoperability-applicability.xml", Standards_examples_interoperability_applicability_xml, sizeof Standards_examples_interoperability_applicability_xml},
    {"Standards/examples/interoperability.xml", Standards_examples_interoperability_xml, sizeof Standards_examples_interoperability_xml},
    {"Standards/examples/legal-bases-applicability.xml", Standards_examples_legal_bases_applicability_xml, sizeof Standards_examples_legal_bases_applicability_xml},
    {"Standards/examples/legal-bases.xml", Standards_examples_legal_bases_xml, sizeof Standards_examples_legal_bases_xml},
    {"Standards/examples/national-scheme-950-applicability.xml", Standards_examples_national_scheme_950_applicability_xml, sizeof Standards_examples_national_scheme_950_applicability_xml},
    {"Standards/examples/national-scheme-950.xml", Standards_examples_national_scheme_950_xml, sizeof Standards_examples_national_scheme_950_xml},
    {"Standards/examples/operations-centre-applicability.xml", Standards_examples_operations_centre_applicability_xml, sizeof Standards_examples_operations_centre_applicability_xml},
    {"Standards/examples/operations-centre.xml", Standards_examples_operations_centre_xml, sizeof Standards_examples_operations_centre_xml},
    {"Standards/examples/principles-applicability.xml", Standards_examples_principles_applicability_xml, sizeof Standards_examples_principles_applicability_xml},
    {"Standards/examples/principles.xml", Standards_examples_principles_xml, sizeof Standards_examples_principles_xml},
    {"Standards/examples/sandbox-and-resources-applicability.xml", Standards_examples_sandbox_and_resources_applicability_xml, sizeof Standards_examples_sandbox_and_resources_applicability_xml},
    {"Standards/examples/sandbox-and-resources.xml", Standards_examples_sandbox_and_resources_xml, sizeof Standards_examples_sandbox_and_resources_xml},
    {"Standards/examples/scheme-content-applicability.xml", Standards_examples_scheme_content_applicability_xml, sizeof Standards_examples_scheme_content_applicability_xml},
    {"Standards/examples/scheme-content.xml", Standards_examples_scheme_content_xml, sizeof Standards_examples_scheme_content_xml},
    {"Standards/examples/security-applicability.xml", Standards_examples_security_applicability_xml, sizeof Standards_examples_security_applicability_xml},
    {"Standards/examples/security.xml", Standards_examples_security_xml, sizeof Standards_examples_security_xml},
    {"Standards/frameworks.xml", Standards_frameworks_xml, sizeof Standards_frameworks_xml},
    {"Standards/indicators.xml", Standards_indicators_xml, sizeof Standards_indicators_xml},
    {"Standards/instruments/circulars.xml", Standards_instruments_circulars_xml, sizeof Standards_instruments_circulars_xml},
    {"Standards/instruments/decisions.xml", Standards_instruments_decisions_xml, sizeof Standards_instruments_decisions_xml},
    {"Standards/instruments/decrees.xml", Standards_instruments_decrees_xml, sizeof Standards_instruments_decrees_xml},
    {"Standards/instruments/dispatches-and-announcements.xml", Standards_instruments_dispatches_and_announcements_xml, sizeof Standards_instruments_dispatches_and_announcements_xml},
    {"Standards/instruments/laws.xml", Standards_instruments_laws_xml, sizeof Standards_instruments_laws_xml},
    {"Standards/instruments/provincial-decisions.xml", Standards_instruments_provincial_decisions_xml, sizeof Standards_instruments_provincial_decisions_xml},
    {"Standards/instruments/resolutions.xml", Standards_instruments_resolutions_xml, sizeof Standards_instruments_resolutions_xml},
    {"Standards/programme-950.xml", Standards_programme_950_xml, sizeof Standards_programme_950_xml},
    {"Standards/standards/cloud-data-and-ai.xml", Standards_standards_cloud_data_and_ai_xml, sizeof Standards_standards_cloud_data_and_ai_xml},
    {"Standards/standards/construction-and-planning.xml", Standards_standards_construction_and_planning_xml, sizeof Standards_standards_construction_and_planning_xml},
    {"Standards/standards/data-centres-and-telecommunications.xml", Standards_standards_data_centres_and_telecommunications_xml, sizeof Standards_standards_data_centres_and_telecommunications_xml},
    {"Standards/standards/data-exchange.xml", Standards_standards_data_exchange_xml, sizeof Standards_standards_data_exchange_xml},
    {"Standards/standards/electric-vehicle-charging.xml", Standards_standards_electric_vehicle_charging_xml, sizeof Standards_standards_electric_vehicle_charging_xml},
    {"Standards/standards/environment.xml", Standards_standards_environment_xml, sizeof Standards_standards_environment_xml},
    {"Standards/standards/geographic-information.xml", Standards_standards_geographic_information_xml, sizeof Standards_standards_geographic_information_xml},
    {"Standards/standards/internet-of-things.xml", Standards_standards_internet_of_things_xml, sizeof Standards_standards_internet_of_things_xml},
    {"Standards/standards/management-systems.xml", Standards_standards_management_systems_xml, sizeof Standards_standards_management_systems_xml},
    {"Standards/standards/security.xml", Standards_standards_security_xml, sizeof Standards_standards_security_xml},
    {"Standards/standards/smart-cities.xml", Standards_standards_smart_cities_xml, sizeof Standards_standards_smart_cities_xml},
    {"Standards/standards/transport.xml", Standards_standards_transport_xml, sizeof Standards_standards_transport_xml},
    {"Standards/wordings/bodies.xml", Standards_wordings_bodies_xml, sizeof Standards_wordings_bodies_xml},
    {"Standards/wordings/component-types.xml", Standards_wordings_component_types_xml, sizeof Standards_wordings_component_types_xml},
    {"Standards/wordings/denials.xml", Standards_wordings_denials_xml, sizeof Standards_wordings_denials_xml},
    {"Standards/wordings/fields.xml", Standards_wordings_fields_xml, sizeof Standards_wordings_fields_xml},
    {"Standards/wordings/layers.xml", Standards_wordings_layers_xml, sizeof Standards_wordings_layers_xml},
    {"Standards/wordings/platforms.xml", Standards_wordings_platforms_xml, sizeof Standards_wordings_platforms_xml},
    {"Standards/wordings/topics-applications-and-programme.xml", Standards_wordings_topics_applications_and_programme_xml, sizeof Standards_wordings_topics_applications_and_programme_xml},
    {"Standards/wordings/topics-data-and-integration.xml", Standards_wordings_topics_data_and_integration_xml, sizeof Standards_wordings_topics_data_and_integration_xml},
    {"Standards/wordings/topics-operation-and-buildings.xml", Standards_wordings_topics_operation_and_buildings_xml, sizeof Standards_wordings_topics_operation_and_buildings_xml},
    {"Standards/wordings/topics-principles.xml", Standards_wordings_topics_principles_xml, sizeof Standards_wordings_topics_principles_xml},
    {"Standards/wordings/topics-scheme-content.xml", Standards_wordings_topics_scheme_content_xml, sizeof Standards_wordings_topics_scheme_content_xml},
    {"Standards/wordings/topics-scheme-procedure.xml", Standards_wordings_topics_scheme_procedure_xml, sizeof Standards_wordings_topics_scheme_procedure_xml},
    {"Standards/wordings/topics-security.xml", Standards_wordings_topics_security_xml, sizeof Standards_wordings_topics_security_xml},
    {"Schemas/answers.xsd", Schemas_answers_xsd, sizeof Schemas_answers_xsd},
    {"Schemas/catalogue.xsd", Schemas_catalogue_xsd, sizeof Schemas_catalogue_xsd},
    {"Schemas/gap-report.xsd", Schemas_gap_report_xsd, sizeof Schemas_gap_report_xsd},
    {"Schemas/master-plan.xsd", Schemas_master_plan_xsd, sizeof Schemas_master_plan_xsd},
    {"Schemas/profile.xsd", Schemas_profile_xsd, sizeof Schemas_profile_xsd},
    {"Schemas/waivers.xsd", Schemas_waivers_xsd, sizeof Schemas_waivers_xsd},
    {"Data/document-form.tsv", Data_document_form_tsv, sizeof Data_document_form_tsv},
    {"Data/form.tsv", Data_form_tsv, sizeof Data_form_tsv},
    {"Data/instrument-kinds.tsv", Data_instrument_kinds_tsv, sizeof Data_instrument_kinds_tsv},
    {"Data/limits.tsv", Data_limits_tsv, sizeof Data_limits_tsv},
    {"Data/placeholders.tsv", Data_placeholders_tsv, sizeof Data_placeholders_tsv},
    {"Data/provinces.tsv", Data_provinces_tsv, sizeof Data_provinces_tsv},
    {"Data/recognition.tsv", Data_recognition_tsv, sizeof Data_recognition_tsv},
    {"Data/symbols.tsv", Data_symbols_tsv, sizeof Data_symbols_tsv},
    {"Entries/criterion.xml", Entries_criterion_xml, sizeof Entries_criterion_xml},
    {"Entries/example.xml", Entries_example_xml, sizeof Entries_example_xml},
    {"Entries/instrument.xml", Entries_instrument_xml, sizeof Entries_instrument_xml},
    {"Entries/standard.xml", Entries_standard_xml, sizeof Entries_standard_xml},
    {"Entries/wording.xml", Entries_wording_xml, sizeof Entries_wording_xml},
    {"Pages/difference.html", Pages_difference_html, sizeof Pages_difference_html},
    {"Pages/gap-report.html", Pages_gap_report_html, sizeof Pages_gap_report_html},
    {"Pages/review.html", Pages_review_html, sizeof Pages_review_html},
    {"Words/answers.tsv", Words_answers_tsv, sizeof Words_answers_tsv},
    {"Words/command-line.tsv", Words_command_line_tsv, sizeof Words_command_line_tsv},
    {"Words/editing.tsv", Words_editing_tsv, sizeof Words_editing_tsv},
    {"Words/law.tsv", Words_law_tsv, sizeof Words_law_tsv},
    {"Words/manuscript.tsv", Words_manuscript_tsv, sizeof Words_manuscript_tsv},
    {"Words/notices.tsv", Words_notices_tsv, sizeof Words_notices_tsv},
    {"Words/page.tsv", Words_page_tsv, sizeof Words_page_tsv},
    {"Words/parts.tsv", Words_parts_tsv, sizeof Words_parts_tsv},
    {"Words/refusals.tsv", Words_refusals_tsv, sizeof Words_refusals_tsv},
    {"Words/report.tsv", Words_report_tsv, sizeof Words_report_tsv},
    {"Words/review.tsv", Words_review_tsv, sizeof Words_review_tsv},
    {"Words/rounds.tsv", Words_rounds_tsv, sizeof Words_rounds_tsv},
    {"Words/schematron.tsv", Words_schematron_tsv, sizeof Words_schematron_tsv},
    {"Words/transcription.tsv", Words_transcription_tsv, sizeof Words_transcription_tsv},
};

const size_t khung_embedded_file_count = sizeof khung_embedded_files / sizeof *khung_embedded_files;

struct khung_embedded_file khung_embedded_file_at(size_t index) { return khung_embedded_files[index]; }
