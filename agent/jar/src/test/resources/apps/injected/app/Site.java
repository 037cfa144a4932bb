package app;

import io.understudy.bridge.Faults;
import java.io.BufferedReader;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.List;

/** One site of the agent. */
final class Site {
  final int number;
  final String type;
  final String method;
  final List<Integer> faults = new ArrayList<Integer>();
  private final String text;

  private Site(String[] words) {
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
  }

  static List<Site> read(File file) throws IOException {
    List<Site> sites = new ArrayList<Site>();
    BufferedReader in = new BufferedReader(new InputStreamReader(new FileInputStream(file), "UTF-8"));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      sites.add(new Site(line.split("\t")));
    }
    in.close();
    return sites;
  }

  @Override
  public String toString() {
    return text;
  }
}
