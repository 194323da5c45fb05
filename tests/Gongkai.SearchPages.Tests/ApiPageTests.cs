using Gongkai.SearchPages.Pages;
using Gongkai.Web;

namespace Gongkai.SearchPages.Tests;

public sealed class ApiPageTests
{
    [Fact]
    public void The_form_of_the_search_offers_every_parameter_that_it_takes()
    {
        var search = ApiPage.EndpointsAt("/api").Single(endpoint => endpoint.Path == "/api/search");

        Assert.Equal(SearchQuery.Names, search.Parameters.Select(parameter => parameter.Name));
    }

    [Fact]
    public void Every_part_of_a_path_is_filled_in_by_a_field_of_its_form()
    {
        foreach (var endpoint in ApiPage.EndpointsAt("/api"))
            Assert.All(endpoint.Parameters, parameter => Assert.Equal(parameter.InPath, endpoint.Path.Contains($"{{{parameter.Name}}}", StringComparison.Ordinal)));
    }
}
