using System.Net;
using System.Reflection;
using Gongkai.Content;
using Gongkai.Desk.Shell;
using Gongkai.Desk.Tests.Support;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Desk.Tests.Doors;

/// <summary>Walks every endpoint and every action of the desk with every role. What is new has no row, and fails.</summary>
public sealed class EveryDoorTests(DeskSite desk) : IClassFixture<DeskSite>
{
    /// <summary>What may be open to everybody: whoever adds one says why here.</summary>
    private static readonly string[] Open =
    [
        "/Language", "/Problem", "/SignIn", "/SignInCode", "/SignInWith", "/SignOut", // before and after a session
        "Gongkai.Desk.File", // style sheets and scripts, the same for all
        "Gongkai.Desk.Missing", // nothing
        "Gongkai.Desk.Preview", "Gongkai.Desk.PreviewMedia", // the link itself is the permission, for a day
    ];

    private static readonly IReadOnlyList<Door> Rows = [.. typeof(IDoors).Assembly.GetTypes().Where(type => type.IsClass && type.IsAssignableTo(typeof(IDoors)))
        .SelectMany(type => ((IDoors)Activator.CreateInstance(type)!).Rows)];

    public static TheoryData<string> Names => [.. Rows.Select(row => row.Name)];

    [Fact]
    public async Task Every_door_has_a_row_and_every_row_a_door()
    {
        var doors = new List<string>();
        await foreach (var (name, _, methods) in DoorsAsync())
            doors.AddRange(methods.Select(method => $"{name} {method}"));

        Assert.Equal(doors.Distinct().Order(StringComparer.Ordinal), Rows.Select(row => row.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_browser_looks_at_every_page_and_at_no_other()
    {
        var pages = new List<string>();
        await foreach (var (name, _, _) in DoorsAsync())
            pages.Add(name);

        Assert.Equal(pages.Where(name => name.StartsWith('/')).Distinct().Order(StringComparer.Ordinal), EndToEnd.Desk.DeskPages.Rows.Select(row => row.Name).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_page_is_below_the_desks_address() => Assert.All(
        desk.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null),
        endpoint => Assert.StartsWith("admin/", endpoint.RoutePattern.RawText!.TrimStart('/') + "/", StringComparison.Ordinal));

    [Fact]
    public async Task Every_door_names_a_known_permission_or_is_open_on_purpose()
    {
        await foreach (var (name, metadata, _) in DoorsAsync())
        {
            var needs = metadata.GetOrderedMetadata<RequirePermissionAttribute>();
            Assert.True(metadata.GetMetadata<IAllowAnonymous>() is not null ? Open.Contains(name) : needs.Count > 0 && needs.All(need => Permissions.All.Contains(need.Permission)), name);
        }
    }

    [Fact]
    public void Every_page_is_a_page_of_the_desk_and_its_handlers_name_known_permissions()
    {
        var pages = typeof(DeskPage).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(PageModel)) && !type.IsAbstract).ToList();

        Assert.NotEmpty(pages);
        Assert.All(pages, page => Assert.True(page.IsAssignableTo(typeof(DeskPage)), page.Name));
        Assert.All(
            pages.SelectMany(page => page.GetMethods()).SelectMany(method => method.GetCustomAttributes<RequirePermissionAttribute>()),
            needed => Assert.Contains(needed.Permission, Permissions.All));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_door_opens_for_whom_it_should_and_for_nobody_else(string name)
    {
        var door = Rows.Single(row => row.Name == name);
        foreach (var role in Who.Everybody)
        {
            using var browser = role == Who.Nobody ? desk.Open() : await desk.SignInAsync(role.ToLowerInvariant());
            using var response = await KnockAsync(browser, door);
            var status = response.StatusCode;
            var isTurnedAway = status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden
                || (response.Headers.Location?.OriginalString.StartsWith("/admin/sign-in?", StringComparison.Ordinal) ?? false);

            Assert.True((int)status < 500, $"{name} answers {role} with {status}.");
            Assert.True(isTurnedAway != door.Allowed.Contains(role), $"{name} answers {role} with {status}.");
        }
    }

    public static TheoryData<string> Forms => [.. Rows.Where(row => row.Method != "GET").Select(row => row.Name)];

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_form_that_somebody_else_made_opens_no_door(string name)
    {
        var door = Rows.Single(row => row.Name == name);
        using var browser = door.Allowed.Contains("Administrator") ? await desk.SignInAsync("administrator") : desk.Open();

        // As another site's page would send it: with the cookies, without the token.
        using var response = await browser.Client.PostAsync(new Uri(door.Address, UriKind.Relative), new FormUrlEncodedContent(door.Fields.Select(field => KeyValuePair.Create(field.Name, field.Value))));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    private static async Task<HttpResponseMessage> KnockAsync(DeskBrowser browser, Door door)
    {
        // The token of another form of the same person: what is refused is refused for want of permission.
        var token = new DeskForm((await browser.GetAsync("/admin/problem")).Form("header form"))["__RequestVerificationToken"];
        var request = new HttpRequestMessage(new(door.Method), new Uri(door.Address, UriKind.Relative));
        if (door.Method != "GET")
            request.Content = new FormUrlEncodedContent(door.Fields.Append(("__RequestVerificationToken", token)).Select(field => KeyValuePair.Create(field.Item1, field.Item2)));
        request.Headers.Add("RequestVerificationToken", token);
        return await browser.Client.SendAsync(request);
    }

    private async IAsyncEnumerable<(string Name, Microsoft.AspNetCore.Http.EndpointMetadataCollection Metadata, IReadOnlyList<string> Methods)> DoorsAsync()
    {
        var desks = desk.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.TrimStart('/').Split('/')[0] == "admin");
        foreach (var endpoint in desks)
        {
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
            {
                var compiled = await desk.Services.GetRequiredService<PageLoader>().LoadAsync(page, endpoint.Metadata);
                var handlers = compiled.HandlerMethods.Select(handler => handler.Name is { } of ? $"{handler.HttpMethod} {of}" : handler.HttpMethod).ToList();
                // A page without a handler for reading is shown all the same.
                yield return (page.ViewEnginePath, new(compiled.ModelTypeInfo!.GetCustomAttributes(inherit: true)), handlers.Contains("Get", StringComparer.OrdinalIgnoreCase) ? [.. handlers.Select(Upper)] : [.. handlers.Select(Upper), "GET"]);
            }
            else
            {
                var methods = endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"];
                yield return (endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName ?? endpoint.DisplayName!, endpoint.Metadata, methods);
            }
        }
    }

    private static string Upper(string method) => method.Split(' ') is [var verb, var handler] ? $"{verb.ToUpperInvariant()} {handler}" : method.ToUpperInvariant();
}
