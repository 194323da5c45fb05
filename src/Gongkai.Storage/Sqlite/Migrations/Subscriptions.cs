using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Gongkai.Storage.Sqlite.Migrations;

/// <summary>Who wants digests of which lists, and the mails that are still to be sent.</summary>
[DbContext(typeof(SqliteContext))]
[Migration("20261126020000_Subscriptions")]
internal sealed class Subscriptions : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "Subscriptions",
            columns: table => new
            {
                Id = table.Column<string>(nullable: false),
                AddressHash = table.Column<string>(nullable: false),
                Address = table.Column<string>(nullable: false),
                List = table.Column<string>(nullable: false),
                Query = table.Column<string>(nullable: false),
                Language = table.Column<string>(nullable: false),
                Rhythm = table.Column<int>(nullable: false),
                IsConfirmed = table.Column<bool>(nullable: false),
                AskedUtc = table.Column<DateTime>(nullable: false),
                Asked = table.Column<int>(nullable: false),
                DigestUtc = table.Column<DateTime>(nullable: false),
                Sequence = table.Column<long>(nullable: false)
            },
            constraints: table => table.PrimaryKey("PK_Subscriptions", x => x.Id));

        migrationBuilder.CreateTable(
            name: "Outbox",
            columns: table => new
            {
                Id = table.Column<string>(nullable: false),
                Topic = table.Column<string>(nullable: false),
                SubjectId = table.Column<string>(nullable: false),
                Payload = table.Column<string>(nullable: false),
                CreatedUtc = table.Column<DateTime>(nullable: false),
                NextUtc = table.Column<DateTime>(nullable: false),
                Attempts = table.Column<int>(nullable: false),
                IsFailed = table.Column<bool>(nullable: false),
                Reason = table.Column<string>(nullable: false)
            },
            constraints: table => table.PrimaryKey("PK_Outbox", x => x.Id));

        migrationBuilder.CreateTable(
            name: "Secrets",
            columns: table => new
            {
                Name = table.Column<string>(nullable: false),
                Value = table.Column<string>(nullable: false)
            },
            constraints: table => table.PrimaryKey("PK_Secrets", x => x.Name));

        migrationBuilder.CreateIndex(
            name: "IX_Subscriptions_AddressHash_List_Query",
            table: "Subscriptions",
            columns: ["AddressHash", "List", "Query"],
            unique: true);

        migrationBuilder.CreateIndex(
            name: "IX_Subscriptions_IsConfirmed_Rhythm_DigestUtc",
            table: "Subscriptions",
            columns: ["IsConfirmed", "Rhythm", "DigestUtc"]);

        migrationBuilder.CreateIndex(
            name: "IX_Outbox_SubjectId",
            table: "Outbox",
            column: "SubjectId");

        migrationBuilder.CreateIndex(
            name: "IX_Outbox_IsFailed_NextUtc",
            table: "Outbox",
            columns: ["IsFailed", "NextUtc"]);
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable(name: "Secrets");
        migrationBuilder.DropTable(name: "Outbox");
        migrationBuilder.DropTable(name: "Subscriptions");
    }
}
