using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace Gongkai.Desk.Recipes;

/// <summary>A recipe that is sent while it is written. When writing breaks off the connection does, too: half a recipe is not taken for a whole one.</summary>
/// <param name="name">The file's name.</param>
/// <param name="write">Writes the recipe.</param>
internal sealed class StreamedRecipe(string name, Func<Stream, CancellationToken, Task> write) : IActionResult
{
    public async Task ExecuteResultAsync(ActionContext context)
    {
        var http = context.HttpContext;
        http.Response.ContentType = "application/json; charset=utf-8";
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(name);
        http.Response.Headers.ContentDisposition = disposition.ToString();
        http.Response.Headers.XContentTypeOptions = "nosniff";
        try
        {
            await write(http.Response.Body, http.RequestAborted);
        }
        catch (Exception) when (http.Response.HasStarted)
        {
            http.Abort();
            throw;
        }
    }
}
