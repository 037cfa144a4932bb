package com.parcels.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.parcels.shipping.Main;
import com.parcels.shipping.Parcel;
import com.parcels.shipping.ParcelDesk;
import com.parcels.shipping.Quote;
import com.parcels.shipping.UnknownCountryException;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Makes the calls of the day on both sides, without Understudy, and compares them by hand. */
public final class Oracle implements Main.Calls {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client = HttpClient.newHttpClient();
  private final ParcelDesk desk = new ParcelDesk();
  private final String service;
  private final Map<String, Tally> tallies = new TreeMap<>();

  private Oracle(int port) {
    this.service = "http://127.0.0.1:" + port;
  }

  /** Prints the counts; the argument is the path of {@code server.js}. */
  public static void main(String[] arguments) throws Exception {
    try (ServiceProcess process = ServiceProcess.start(Path.of(arguments[0]))) {
      ask(process.port()).forEach((name, tally) -> System.out.println(name + ": " + tally));
    }
  }

  /** Returns the counts by call point. */
  static Map<String, Tally> ask(int port) throws Exception {
    Oracle oracle = new Oracle(port);
    Main.day(oracle);
    return oracle.tallies;
  }

  private void count(String point, Set<String> differences) {
    tallies.computeIfAbsent(point, name -> new Tally()).count(differences);
  }

  @Override
  public void quote(Parcel parcel, String country, LocalDate day)
      throws IOException, InterruptedException {
    Quote control = null;
    String message = null;
    try {
      control = desk.quote(parcel, country, day);
    } catch (UnknownCountryException unknown) {
      message = unknown.getMessage();
    }
    ObjectNode body = JSON.createObjectNode().put("country", country).put("day", day.toString());
    body.putObject("parcel").put("weight", parcel.getWeight()).put("insured", parcel.isInsured());
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(URI.create(service + "/quotes"))
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    count("quote", differences(control, message, answer));
  }

  private static Set<String> differences(
      @Nullable Quote control, @Nullable String message, HttpResponse<String> answer)
      throws IOException {
    Set<String> differences = new TreeSet<>();
    JsonNode read = JSON.readTree(answer.body());
    if (control == null || answer.statusCode() == 422) {
      boolean isSame = control == null && read.path("error").asText().equals(message);
      return isSame ? differences : Set.of("EXCEPTION");
    }
    JsonNode quote = read.path("quote");
    // The literal of JSON is the price, not the double that Java may make of it.
    if (control.getPrice().compareTo(new BigDecimal(quote.path("price").asText())) != 0) {
      differences.add("/price VALUE");
    }
    if (!quote.path("delivery").path("arrival").asText().equals("" + control.getArrival())) {
      differences.add("/arrival VALUE");
    }
    if (!quote.path("service").asText().equals(control.getService().name())) {
      differences.add("/service VALUE");
    }
    return differences;
  }

  @Override
  public void countries(int zone) throws IOException, InterruptedException {
    List<String> control = desk.countries(zone);
    HttpResponse<String> answer =
        send(HttpRequest.newBuilder(URI.create(service + "/zones/" + zone)));
    Set<String> candidate = null;
    if (answer.statusCode() == 200) {
      candidate = new TreeSet<>();
      for (JsonNode each : JSON.readTree(answer.body())) {
        candidate.add(each.asText());
      }
    }
    boolean isSame = control == null ? candidate == null : new TreeSet<>(control).equals(candidate);
    count("countries", isSame ? Set.of() : Set.of("VALUE"));
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
