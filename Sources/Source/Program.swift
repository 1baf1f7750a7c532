/// What a report says about the program that made it.
package enum Program {
  package static let version = "0.1.0"
}
