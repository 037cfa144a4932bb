package chaos;

import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/** What happens to the journal's directory while the application works. */
final class Disks {
  private Disks() {}

  private static File journal() {
    return new File("journal");
  }

  private static File[] files() {
    File[] files = journal().listFiles();
    return files == null ? new File[0] : files;
  }

  private static void delete() {
    for (File file : files()) {
      file.delete();
    }
    journal().delete();
  }

  /** The directory is deleted, and later there is a directory again. */
  public static final class Deleted implements Action {
    @Override
    public void run(String[] words) throws Exception {
      for (int i = 0; i < 3; i++) {
        Work.run(1, 100);
        Thread.sleep(300);
        delete();
      }
      Work.run(2, 100);
      Thread.sleep(300);
    }
  }

  /** The directory is moved away and comes back. */
  public static final class Moved implements Action {
    @Override
    public void run(String[] words) throws Exception {
      Work.run(1, 100);
      Thread.sleep(300);
      File away = new File("away");
      journal().renameTo(away);
      Work.run(1, 100);
      Thread.sleep(500);
      if (away.exists()) {
        delete();
        away.renameTo(journal());
      }
      Work.run(2, 100);
    }
  }

  /** A file stands where the directory was. */
  public static final class ReplacedByFile implements Action {
    @Override
    public void run(String[] words) throws Exception {
      Work.run(1, 100);
      Thread.sleep(300);
      delete();
      journal().createNewFile();
      Work.run(1, 100);
      Thread.sleep(500);
      journal().delete();
      Work.run(2, 100);
      Thread.sleep(2500);
    }
  }

  /** Somebody else cuts the journal's files. */
  public static final class Cut implements Action {
    @Override
    public void run(String[] words) throws Exception {
      Work.run(1, 100);
      Thread.sleep(300);
      for (File file : files()) {
        if (file.getName().contains(".jsonl")) {
          try (OutputStream empty = new FileOutputStream(file)) {
            empty.flush();
          }
        }
      }
      Work.run(2, 100);
      Thread.sleep(500);
    }
  }

  /** The process has no file descriptor left for a while. */
  public static final class Descriptors implements Action {
    @Override
    public void run(String[] words) throws Exception {
      Work.run(1, 100);
      List<InputStream> open = new ArrayList<InputStream>();
      try {
        for (; ; ) {
          open.add(new FileInputStream("understudy.yaml"));
        }
      } catch (IOException none) {
        System.out.println("no descriptor left");
      }
      Work.run(2, 100);
      Thread.sleep(1500);
      for (InputStream each : open) {
        each.close();
      }
      Work.run(1, 100);
      Thread.sleep(500);
    }
  }

  /** Works for a while in short pieces. */
  public static final class Long implements Action {
    @Override
    public void run(String[] words) throws Exception {
      for (int i = 0; i < Integer.parseInt(words[0]); i++) {
        Work.run(2, 60);
        Work.rest(Integer.parseInt(words[1]));
      }
    }
  }
}
