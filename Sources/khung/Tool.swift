import ArgumentParser
import Glibc
import Judging
import Review
import Source
import Writing

/// What every subcommand needs of its surroundings: the day, standard error, and one place where
/// errors become messages and statuses.
enum Tool {
  /// Today in Vietnam, wherever the machine stands: UTC+7, without summer time. The only clock that the program reads.
  static var today: CalendarDate {
    var now = time(nil) + 7 * 3600
    var parts = tm()
    gmtime_r(&now, &parts)
    let year = Int(parts.tm_year) + 1900
    guard let date = CalendarDate(year: year, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday)) else {
      complain("khung: " + Phrase("command-line.no-clock").said)
      exit(RunStatus.fault.exitStatus)
    }
    return date
  }

  static func complain(_ message: String) {
    // Names of files and words of callers are as hostile as any input.
    let lines = message.split(separator: "\n", omittingEmptySubsequences: false).map {
      SafeText.harmless(String($0))
    }
    Output.toStandardError(lines.joined(separator: "\n") + "\n")
  }

  /// Runs a command to its exit status.
  static func run(_ body: () throws -> RunStatus) throws {
    throw ExitCode(try guarded(body).exitStatus)
  }

  /// Runs `body`; what it throws becomes one line on standard error and a status.
  static func guarded(_ body: () throws -> RunStatus) throws -> RunStatus {
    // A closed pipe and a limit on the size of files are errors to be told, not ends of the program.
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    do {
      return try body()
    } catch let refusal as Refusal {
      complain(Speech.language.explanation(refusal))
      return .refused
    } catch let failure as OutputFailure {
      complain(Speech.language.message(failure))
      return .fault
    } catch let lost as JournalLost {
      complain(Speech.language.message(lost))
      return .fault
    } catch let error where !isOfCommandLine(error) {
      // Left to the parser of arguments it would end with 1, which says that there are gaps.
      complain("khung: \(error)")
      return .fault
    }
  }

  /// Whether the parser of arguments knows what to say of an error.
  private static func isOfCommandLine(_ error: any Error) -> Bool {
    error is ExitCode || error is CleanExit || error is ValidationError
  }
}
