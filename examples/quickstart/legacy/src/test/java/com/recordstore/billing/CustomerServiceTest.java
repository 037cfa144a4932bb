package com.recordstore.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CustomerServiceTest {
  private Connection connection;
  private CustomerService customers;

  @BeforeEach
  void open() throws BillingException {
    connection = Days.inHeadOfficeTime();
    customers = new CustomerService(connection);
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  @Test
  void labelOfACompany() throws BillingException {
    assertThat(customers.mailingLabel(1))
        .containsExactly(
            "Luís Gonçalves",
            "Embraer - Empresa Brasileira de Aeronáut",
            "Av. Brigadeiro Faria Lima, 2170",
            "12227-000 São José dos Campos, SP",
            "BRAZIL");
  }

  @Test
  void labelWithoutCompanyPostalCodeAndState() throws BillingException {
    assertThat(customers.mailingLabel(34))
        .containsExactly("João Fernandes", "Rua da Assunção 53", "Lisbon", "PORTUGAL");
  }

  @Test
  void labelOfAnUnknownCustomer() {
    assertThatThrownBy(() -> customers.mailingLabel(60))
        .isInstanceOf(CustomerNotFoundException.class)
        .hasMessage("No customer 60");
  }

  @Test
  void genresWithTheirTracks() throws BillingException {
    TreeMap<String, Integer> genres = new TreeMap<>();
    for (GenreCount count : customers.genresBought(17)) {
      genres.put(count.getGenre(), count.getTracks());
    }

    assertThat(genres.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(38);
    assertThat(genres).containsKey("Rock");
  }

  @Test
  void unknownCustomerBoughtNothing() throws BillingException {
    assertThat(customers.genresBought(60)).isEmpty();
  }

  @Test
  void searchIgnoresCase() throws BillingException {
    assertThat(customers.search("SILK"))
        .singleElement()
        .satisfies(
            customer -> {
              assertThat(customer.getCustomerId()).isEqualTo(31);
              assertThat(customer.getFirstName()).isEqualTo("Martha");
              assertThat(customer.getCompany()).isNull();
              assertThat(customer.getPhone()).isEqualTo("19024500450");
            });
  }

  @Test
  void searchInACountry() throws BillingException {
    assertThat(customers.search("mar", "France"))
        .extracting(Customer::getLastName)
        .containsExactly("Dubois");
  }

  @Test
  void missingPhoneIsNull() throws BillingException {
    assertThat(customers.search("kovács"))
        .singleElement()
        .satisfies(customer -> assertThat(customer.getPhone()).isNull());
  }

  @Test
  void searchForOneLetter() {
    assertThatThrownBy(() -> customers.search(" x ")).isInstanceOf(IllegalArgumentException.class);
  }
}
