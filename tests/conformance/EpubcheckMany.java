// EPUBCheck over many files in one JVM: its start costs more than a hundred books.
//
//     java -cp epubcheck.jar EpubcheckMany.java LIST
//
// LIST holds a file name a line; for each one line is printed: fatal errors, errors, warnings, the
// first fault's code and words.
import com.adobe.epubcheck.api.EPUBLocation;
import com.adobe.epubcheck.api.EpubCheck;
import com.adobe.epubcheck.api.MasterReport;
import com.adobe.epubcheck.messages.Message;
import com.adobe.epubcheck.messages.Severity;
import com.adobe.epubcheck.util.FeatureEnum;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

public class EpubcheckMany {
  static class Count extends MasterReport {
    int fatal, errors, warnings;
    String first = "";

    @Override
    public void message(Message message, EPUBLocation at, Object... words) {
      Severity severity = message.getSeverity();
      if (severity == Severity.FATAL) fatal++;
      if (severity == Severity.ERROR) errors++;
      if (severity == Severity.WARNING) warnings++;
      if (first.isEmpty() && (severity == Severity.FATAL || severity == Severity.ERROR))
        first = message.getID() + " " + message.getMessage(words).replaceAll("\\s+", " ");
    }

    @Override
    public void info(String resource, FeatureEnum feature, String value) {}

    @Override
    public int generate() {
      return 0;
    }

    @Override
    public void initialize() {}
  }

  public static void main(String[] arguments) throws Exception {
    Locale.setDefault(Locale.ENGLISH);
    for (String name : Files.readAllLines(Path.of(arguments[0]))) {
      Count count = new Count();
      try {
        new EpubCheck(new File(name), count).doValidate();
      } catch (Exception broken) {
        count.fatal++;
        count.first = broken.toString().replaceAll("\\s+", " ");
      }
      System.out.println(
          count.fatal + "\t" + count.errors + "\t" + count.warnings + "\t" + count.first);
    }
  }
}
