extension Unicode.Scalar {
  /// Whether it is no writing but steers whoever shows it: a control character, invisible formatting such as a turn
  /// of the direction, or a separator of lines or paragraphs (Unicode categories Cc, Cf, Zl and Zp).
  package var isSteering: Bool {
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }
}
