package com.recordstore.next;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CustomersTest {
  private final Customers customers = new Customers();

  @Test
  void labelOfAPrivateCustomer() {
    assertThat(customers.mailingLabel(2))
        .containsExactly("Leonie Köhler", "Theodor-Heuss-Straße 34", "70174 Stuttgart", "GERMANY");
  }

  @Test
  void labelWithCompanyAndState() {
    assertThat(customers.mailingLabel(19))
        .containsExactly(
            "Tim Goyer", "Apple Inc.", "1 Infinite Loop", "95014 Cupertino, CA", "USA");
  }

  @Test
  void genresAreCounted() {
    assertThat(customers.genresBought(17)).extracting(GenreTally::genre).contains("Rock");
    assertThat(customers.genresBought(17).stream().mapToInt(GenreTally::tracks).sum())
        .isEqualTo(38);
    assertThat(customers.genresBought(60)).isEmpty();
  }

  @Test
  void searchByName() {
    assertThat(customers.search("SILK", null))
        .containsExactly(
            new CustomerView(31, "Martha", "Silk", null, "Halifax", "Canada", "19024500450"));
  }

  @Test
  void searchInACountry() {
    assertThat(customers.search("mar", "France"))
        .extracting(CustomerView::lastName)
        .containsExactly("Dubois");
  }

  @Test
  void searchForOneLetter() {
    assertThatThrownBy(() -> customers.search(" x ", null))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
