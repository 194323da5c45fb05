using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Gongkai.Benchmarks.Floors;

/// <summary>The floor under pages: Kestrel that returns the recorded bytes with the recorded headers, and does nothing else.</summary>
internal static class BareServer
{
    /// <summary>The command's name.</summary>
    public const string Name = "bare-server";

    /// <summary>The arguments that start it on a folder with a tape.</summary>
    public static string[] Arguments(string folder) => [Name, "--folder", folder];

    /// <summary>Serves until ended.</summary>
    public static async Task RunAsync(string folder, CancellationToken cancellationToken)
    {
        var answers = Tape.Read(folder).Answers;
        var first = answers.Values.First();
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0").ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        await using var app = builder.Build();
        app.Run(async http =>
        {
            var answer = answers.GetValueOrDefault(http.Request.Path.Value!, first);
            foreach (var (name, value) in answer.Headers)
                http.Response.Headers[name] = value;
            http.Response.ContentLength = answer.Body.Length;
            await http.Response.BodyWriter.WriteAsync(answer.Body);
        });
        await app.StartAsync(cancellationToken);
        Console.WriteLine(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        await app.WaitForShutdownAsync(cancellationToken);
    }
}
