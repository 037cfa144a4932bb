package app;

import io.understudy.bridge.Faults;
import java.io.BufferedReader;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One site of the agent. */
final class Site {
  final int number;
  final String type;
  final String method;
  final List<Integer> faults = new ArrayList<Integer>();
  private final String text;

  /** Depends on what the site does and where, and not on code elsewhere, so that a sample stays the same. */
  private final int draw;

  private Site(String[] words, Map<String, Integer> alike) {
    number = Integer.parseInt(words[0]);
    type = words[1];
    method = words[2];
    for (String fault : words[5].split(",")) {
      for (int i = 0; i < Faults.NAMES.length; i++) {
        if (Faults.NAMES[i].equals(fault)) {
          faults.add(i);
          Faults.ALLOWED[number] |= 1 << i;
        }
      }
    }
    String detail = words.length > 6 ? " " + words[6] : "";
    text = words[1].replace("io.understudy.", "") + "." + words[2] + ":" + words[3] + " " + words[4] + detail;
    String place = type + " " + method + " " + words[4] + detail;
    Integer before = alike.get(place);
    alike.put(place, before == null ? 1 : before + 1);
    int hash = (place + " " + alike.get(place)).hashCode() * 0x9E3779B1;
    draw = (hash ^ hash >>> 15) & Integer.MAX_VALUE;
  }

  /** Which of so many equal parts of all sites this one belongs to. */
  int part(int parts) {
    return draw % parts;
  }

  /** Which choice falls to this site among those of its part. */
  int turn(int parts) {
    return draw / parts;
  }

  static List<Site> read(File file) throws IOException {
    List<Site> sites = new ArrayList<Site>();
    Map<String, Integer> alike = new HashMap<String, Integer>();
    BufferedReader in = new BufferedReader(new InputStreamReader(new FileInputStream(file), "UTF-8"));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      sites.add(new Site(line.split("\t"), alike));
    }
    in.close();
    return sites;
  }

  @Override
  public String toString() {
    return text;
  }
}
