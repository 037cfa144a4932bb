package com.acme.web;

import com.acme.tariff.Desk;
import java.io.IOException;
import javax.servlet.annotation.WebServlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** The desk on the web: {@code bill?customer=C-1&kwh=20,30}. */
@WebServlet("/bill")
public class BillServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private final transient Desk desk = new Desk();

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("text/plain;charset=UTF-8");
    response
        .getWriter()
        .print(desk.answer(request.getParameter("customer"), request.getParameter("kwh")));
  }
}
