using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Gongkai.Content;
using OrchardSite.Tests;

namespace Gongkai.Desk.Tests;

/// <summary>The desk is where the configuration says, and content cannot take its address.</summary>
public sealed class DeskAddressTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    [Fact]
    public async Task What_the_desk_does_not_have_is_missing_and_kept_by_no_cache()
    {
        using var response = await site.GetAsync("/admin/nothing-here");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Null(response.Headers.ETag);
    }

    [Fact]
    public void Content_cannot_take_the_desks_address() =>
        Assert.NotNull(site.Services.GetRequiredService<ReservedRoutes>().FaultOf("admin/x", "Page"));
}
