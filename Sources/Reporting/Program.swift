/// What a report says about the program that made it.
public enum Program {
  public static let version = "0.1.0"
}
